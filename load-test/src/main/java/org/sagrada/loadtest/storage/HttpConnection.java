package org.sagrada.loadtest.storage;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one kept connection: as little as a driver needs, so that the driver costs little beside what it measures. After a
 * failure the next request opens a new connection.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int BODY_KEPT = 8192;
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI node;
    private final String versionHeader;
    private final byte[] sink = new byte[BUFFER];
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /**
     * A connection that is opened with the first request.
     *
     * @param versionHeader the name, in lower case, of the header that answers are asked for
     */
    public HttpConnection(URI node, String versionHeader) {
        this.node = node;
        this.versionHeader = versionHeader;
    }

    /** Sends a request of which the head lacks only the lines about the body and the empty line. */
    public HttpAnswer send(String head, byte @Nullable [] body) throws IOException {
        try {
            var open = socket == null ? open() : socket;
            var rest = body == null
                    ? "\r\n"
                    : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            write(open.getOutputStream(), (head + rest).getBytes(StandardCharsets.US_ASCII), body);
            if (in == null) {
                in = new BufferedInputStream(open.getInputStream(), BUFFER);
            }
            return receive(in);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }

    private Socket open() throws IOException {
        var secure = "https".equals(node.getScheme());
        var port = node.getPort() >= 0 ? node.getPort() : secure ? 443 : 80;
        var opened = secure
                ? SSLSocketFactory.getDefault().createSocket(node.getHost(), port)
                : new Socket(node.getHost(), port);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        socket = opened;
        return opened;
    }

    private static void write(OutputStream out, byte[] head, byte @Nullable [] body) throws IOException {
        if (body == null) {
            out.write(head);
            return;
        }
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
    }

    private HttpAnswer receive(InputStream from) throws IOException {
        var status = Integer.parseInt(line(from).substring(9, 12));
        var length = 0L;
        var chunked = false;
        var closes = false;
        var version = "";
        for (var header = line(from); !header.isEmpty(); header = line(from)) {
            var colon = header.indexOf(':');
            var name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = header.substring(colon + 1).strip();
            if (name.equals("content-length")) {
                length = Long.parseLong(value);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            } else if (name.equals("connection")) {
                closes = value.equalsIgnoreCase("close");
            } else if (name.equals(versionHeader)) {
                version = value;
            }
        }
        var body = new StringBuilder();
        if (chunked) {
            for (var size = chunkSize(from); size > 0; size = chunkSize(from)) {
                take(from, size, body);
                line(from);
            }
            line(from);
        } else if (status != 204 && status != 304) {
            take(from, length, body);
        }
        if (closes) {
            close();
        }
        return new HttpAnswer(status, version, body.toString());
    }

    private static long chunkSize(InputStream from) throws IOException {
        return Long.parseLong(line(from).split(";", 2)[0].strip(), 16);
    }

    private void take(InputStream from, long bytes, StringBuilder kept) throws IOException {
        var left = bytes;
        while (left > 0) {
            var n = from.read(sink, 0, (int) Math.min(left, sink.length));
            if (n < 0) {
                throw new EOFException("the service closed the connection in the middle of an answer");
            }
            if (kept.length() < BODY_KEPT) {
                kept.append(new String(sink, 0, Math.min(n, BODY_KEPT - kept.length()), StandardCharsets.ISO_8859_1));
            }
            left -= n;
        }
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder(80);
        for (var c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
