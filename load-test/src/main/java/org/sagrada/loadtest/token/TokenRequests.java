package org.sagrada.loadtest.token;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sagrada.loadtest.measure.Call;
import org.sagrada.loadtest.storage.HttpConnection;

/** Requests for tokens over one kept connection, with credentials that were made beforehand. */
final class TokenRequests implements Call, AutoCloseable {

    private final List<String> heads;
    private final HttpConnection connection;

    /**
     * One worker's.
     *
     * @param heads for each user, as {@link #head} makes them
     */
    TokenRequests(URI service, List<String> heads) {
        this.heads = heads;
        this.connection = new HttpConnection(service, "x-timestamp");
    }

    /** A request, but for the empty line. */
    static String head(URI service, String... headers) {
        return "GET /1.0/sync/2.0 HTTP/1.1\r\nHost: " + service.getHost() + ":" + service.getPort() + "\r\n"
                + String.join("\r\n", headers) + "\r\n";
    }

    @Override
    public void run(RandomGenerator random) throws IOException {
        ask(heads.get(random.nextInt(heads.size())));
    }

    /** Asks for one token. */
    void ask(String head) throws IOException {
        var answer = connection.send(head, null);
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status() + ": " + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
