package org.sagrada.client.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.model.hawk.HawkRequest;

/** A request that came in. */
record Incoming(
        String method, String path, Map<String, String> query, String target, HttpExchange exchange, String body) {

    static Incoming of(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String[] parts = target.split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        if (parts.length == 2) {
            for (String parameter : parts[1].split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], pair.length == 2 ? URLDecoder.decode(pair[1], UTF_8) : "");
            }
        }
        return new Incoming(
                exchange.getRequestMethod(),
                parts[0],
                query,
                target,
                exchange,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    @Nullable
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    Json json() {
        return Json.parse(body);
    }

    HawkRequest hawk() {
        return new HawkRequest(
                method, target, "127.0.0.1", exchange.getLocalAddress().getPort());
    }
}
