package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storage service, asked over one connection that is kept. */
final class HttpStorage implements Storage {

    private final HttpConnection connection;
    private final SignedRequests requests;
    private final Protocol protocol;

    HttpStorage(HttpConnection connection, SignedRequests requests, Protocol protocol) {
        this.connection = connection;
        this.requests = requests;
        this.protocol = protocol;
    }

    @Override
    public void versions(long user) throws IOException {
        expect(send("GET", user, "/info/collections", null), 200);
    }

    @Override
    public void list(long user, String collection, long newer) throws IOException {
        var query = newer == 0 ? "?full=1" : "?full=1&newer=" + protocol.time(newer);
        expect(send("GET", user, "/storage/" + collection + query, null), 200, 404);
    }

    @Override
    public boolean read(long user, String collection, String id) throws IOException {
        return expect(send("GET", user, "/storage/" + collection + "/" + id, null), 200, 404)
                        .status()
                == 200;
    }

    @Override
    public void put(long user, String collection, Item item) throws IOException {
        var body = "{\"payload\":\"" + item.payload() + "\"}";
        expect(send("PUT", user, "/storage/" + collection + "/" + item.id(), body), 200, 201, 204);
    }

    @Override
    public long post(long user, String collection, List<Item> items) throws IOException {
        var body = new StringBuilder("[");
        for (var item : items) {
            body.append(body.length() > 1 ? "," : "")
                    .append("{\"id\":\"")
                    .append(item.id())
                    .append("\",\"payload\":\"")
                    .append(item.payload())
                    .append("\"}");
        }
        var answer = expect(
                send("POST", user, "/storage/" + collection, body.append(']').toString()), 200);
        if (!answer.body().contains("\"failed\":{}") && !answer.body().contains("\"failed\": {}")) {
            throw new IOException("the service did not take every record");
        }
        return protocol.version(new BigDecimal(answer.lastModified()));
    }

    @Override
    public void erase(long user, String collection) throws IOException {
        expect(send("DELETE", user, "/storage/" + collection, null), 200, 204, 404);
    }

    @Override
    public void eraseAll(long user) throws IOException {
        expect(send("DELETE", user, "/storage", null), 200, 204, 404);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private HttpAnswer send(String method, long user, String path, @Nullable String body) throws IOException {
        return connection.send(
                requests.head(method, user, path), body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer expect(HttpAnswer answer, int... statuses) throws IOException {
        for (var status : statuses) {
            if (answer.status() == status) {
                return answer;
            }
        }
        throw new IOException("the service answered " + answer.status());
    }
}
