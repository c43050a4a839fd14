package org.sagrada.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bytes as they are to a server on this machine: for requests that no HTTP library would make. */
public final class RawHttp {

    private final int port;

    /** Talks to the given port of the loopback address. */
    public RawHttp(int port) {
        this.port = port;
    }

    /**
     * Sends a request of which the caller gives everything, line ends included, and reads until the server closes; so the
     * request should say {@code Connection: close}. Waits at most 20 s for each piece.
     */
    public RawAnswer send(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return RawAnswer.parse(readAll(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #send(byte[])}, with each character one byte (ISO 8859-1). */
    public RawAnswer send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request without a body for a target that is sent as it stands. */
    public RawAnswer request(String method, String rawTarget) {
        return send(
                method + " " + rawTarget + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n");
    }

    private static byte[] readAll(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketException e) {
            // A server that refuses a body unread may reset the connection after its answer.
            if (all.size() == 0) {
                throw e;
            }
        }
        return all.toByteArray();
    }
}
