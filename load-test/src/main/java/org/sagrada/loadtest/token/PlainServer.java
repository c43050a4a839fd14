package org.sagrada.loadtest.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.loadtest.host.BenchDatabase;

/**
 * What a request for a token can't be had without, and HTTP without a server: a request is recognized by its bytes, its signatures
 * are verified, the user's history is read, and an answer of the usual size goes back. It decides nothing and issues nothing.
 */
final class PlainServer implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int END_OF_HEAD = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';
    /** 864 bytes in all, as many as the service answers with: 245 of headers, 619 of body. */
    private static final byte[] ANSWER = ("HTTP/1.1 200 \r\nX-Timestamp: 1700000000\r\nCache-Control: no-store\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 744\r\n\r\n" + " ".repeat(744))
            .getBytes(US_ASCII);

    private final ServerSocket socket;
    private final BenchDatabase database;
    private final List<List<Signed>> signed;
    private final Map<String, Integer> users = new HashMap<>();

    private PlainServer(BenchDatabase database, List<String> heads, List<List<Signed>> signed) throws IOException {
        this.database = database;
        this.signed = signed;
        for (var head : heads) {
            users.put(head + "\r\n", users.size());
        }
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Starts one on the loopback address, for requests that are known beforehand. */
    static PlainServer start(BenchDatabase database, List<String> heads, List<List<Signed>> signed) throws IOException {
        var server = new PlainServer(database, heads, signed);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The run is over.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var cost = new BareCost(database, signed)) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream(), BUFFER);
            for (var user = users.get(head(in)); user != null; user = users.get(head(in))) {
                cost.pay(user);
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException | SQLException failed) {
            // Whoever asked finds the connection closed, and counts a failure.
        }
    }

    /** Up to and with the empty line; nothing at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        var head = new byte[BUFFER];
        var length = 0;
        var last = 0;
        while (last != END_OF_HEAD && length < BUFFER) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head[length++] = (byte) next;
            last = last << 8 | next;
        }
        return new String(head, 0, length, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
