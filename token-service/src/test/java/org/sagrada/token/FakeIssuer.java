package org.sagrada.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.Assertion;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.crypto.Base64Url;

/** An identity provider on the loopback address that vouches for whoever a test wants. */
public final class FakeIssuer {

    public static final String NAME = "accounts.example.org";
    public static final String AUDIENCE = "https://token.example.org";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey issuerKey = SigningKey.generateRsa(2048, RANDOM);
    private final SigningKey userKey = SigningKey.generateDs128(RANDOM);
    private final Map<String, Function<String, Reply>> replies = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** Starts it; it ends with the JVM. */
    public FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), body -> new Reply(404, ""))
                    .apply(asked);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        serve(
                "/.well-known/browserid",
                SupportDocument.format(
                        new SupportDocument.Primary(List.of(issuerKey.verifyingKey()), "/sign-in", "/provision")));
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes it serve a document. */
    public void serve(String path, String document) {
        answer(path, body -> new Reply(200, document));
    }

    /** Makes it answer what the body it is sent calls for. */
    public void answer(String path, Function<String, Reply> reply) {
        replies.put(path, reply);
    }

    /** One answer. */
    public record Reply(int status, String body) {}

    /** A user of this issuer's whose password and keys changed at these times; null leaves the claim out. */
    public Request user(String name, @Nullable Object generation, @Nullable Object keysChangedAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(FxaClaims.GENERATION, generation == null ? "absent" : generation);
        claims.put(FxaClaims.KEYS_CHANGED_AT, keysChangedAt == null ? "absent" : keysChangedAt);
        claims.values().removeIf("absent"::equals);
        Instant now = Instant.now();
        var certificate = new Certificate(
                NAME, name + "@" + NAME, userKey.verifyingKey(), now.minusSeconds(10), now.plusSeconds(600), claims);
        return new Request(certificate, new Assertion(AUDIENCE, now.plusSeconds(300)));
    }

    /** A signed object with whatever content, in its compact form. */
    public static String sign(Map<String, Object> payload, SigningKey key) {
        String header = "{\"alg\":\"" + key.verifyingKey().algorithm() + "\"}";
        String signed = Base64Url.encode(header.getBytes(UTF_8)) + "."
                + Base64Url.encode(JSONObjectUtils.toJSONString(payload).getBytes(UTF_8));
        return signed + "." + Base64Url.encode(key.sign(signed.getBytes(UTF_8)));
    }

    /** The key that signs certificates. */
    public SigningKey issuerKey() {
        return issuerKey;
    }

    /** The key that signs assertions. */
    public SigningKey userKey() {
        return userKey;
    }

    /** What a user will say, to be changed before it is signed. */
    public final class Request {

        private final Certificate certificate;
        private final Assertion assertion;

        private Request(Certificate certificate, Assertion assertion) {
            this.certificate = certificate;
            this.assertion = assertion;
        }

        /** The same with another certificate. */
        public Request certificate(UnaryOperator<Certificate> change) {
            return new Request(change.apply(certificate), assertion);
        }

        /** The same with another assertion. */
        public Request assertion(Assertion other) {
            return new Request(certificate, other);
        }

        /** The {@code Authorization} header. */
        public String authorization() {
            return "BrowserID " + assertion.bundle(certificate.sign(issuerKey), userKey);
        }
    }
}
