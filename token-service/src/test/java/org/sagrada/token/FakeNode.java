package org.sagrada.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkVerdict;
import org.sagrada.model.hawk.HawkVerifier;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;
import org.sagrada.model.token.TokenVerdict;

/** A storage node that checks tokens and Hawk as a real one does, and notes what it is asked to delete. */
public final class FakeNode {

    private final HttpServer server;
    private final String publicUrl;
    private final List<TokenPayload> purged = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private volatile TokenSecrets secrets;
    private volatile int status = 200;

    /** Starts it; it ends with the JVM. */
    public FakeNode(String... secretsNewestFirst) {
        this(null, secretsNewestFirst);
    }

    private FakeNode(@Nullable String publicUrl, String... secretsNewestFirst) {
        this.secrets = TokenSecrets.newestFirst(List.of(secretsNewestFirst));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(answer(exchange), -1);
            exchange.close();
        });
        server.start();
        this.publicUrl = publicUrl == null ? url() : publicUrl;
    }

    /** Starts one whose public URL isn't where it is. */
    public static FakeNode knownAs(String publicUrl, String... secretsNewestFirst) {
        return new FakeNode(publicUrl, secretsNewestFirst);
    }

    /** Its root, as tokens name it. */
    public String publicUrl() {
        return publicUrl;
    }

    /** The secrets it knows from now on. */
    public void secrets(String... newestFirst) {
        secrets = TokenSecrets.newestFirst(List.of(newestFirst));
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers to good requests from now on. */
    public void answers(int code) {
        status = code;
    }

    /** The tokens with which it was asked to delete. */
    public List<TokenPayload> purged() {
        return purged;
    }

    /** The traces that these requests belong to. */
    public List<String> traces() {
        return traces;
    }

    private int answer(HttpExchange exchange) {
        HawkRequest request =
                HawkRequest.of(exchange.getRequestMethod(), URI.create(publicUrl + exchange.getRequestURI()));
        TokenPayload[] payload = new TokenPayload[1];
        HawkVerdict verdict = new HawkVerifier(Clock.systemUTC(), Duration.ofHours(1))
                .verify(exchange.getRequestHeaders().getFirst("Authorization"), request, id -> {
                    if (secrets.verify(id, List.of(publicUrl), Instant.now()) instanceof TokenVerdict.Valid valid) {
                        payload[0] = valid.payload();
                        return Optional.of(valid.credentials());
                    }
                    return Optional.<HawkCredentials>empty();
                });
        if (!(verdict instanceof HawkVerdict.Accepted) || !request.target().equals("/2.0/" + payload[0].uid())) {
            return 401;
        }
        if (request.method().equals("DELETE")) {
            purged.add(payload[0]);
            traces.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
        }
        return status;
    }
}
