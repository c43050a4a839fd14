package org.sagrada.loadtest.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sagrada.model.browserid.Assertion;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.crypto.Base64Url;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that vouches for as many users as a run needs. All keys have 2048 bits. */
final class BenchIssuer implements AutoCloseable {

    static final String NAME = "accounts.bench.example.org";

    private static final int BITS = 2048;

    private static final long CHANGED_AT = 1_700_000_000_000L;
    private static final byte[] CLIENT_STATE = new byte[16];
    private static final Duration GOOD_FOR = Duration.ofHours(6);

    private final SigningKey key;
    private final SigningKey usersKey;
    private final HttpServer server;
    private final JsonMapper json = JsonMapper.shared();

    private BenchIssuer(SecureRandom random) throws IOException {
        key = SigningKey.generateRsa(BITS, random);
        usersKey = SigningKey.generateRsa(BITS, random);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Starts one on the loopback address. */
    static BenchIssuer start(SecureRandom random) throws IOException {
        var issuer = new BenchIssuer(random);
        var keys = List.of(issuer.key.verifyingKey());
        issuer.serve("/.well-known/browserid", SupportDocument.format(new SupportDocument.Primary(keys, "/a", "/p")));
        var jwk = issuer.key.verifyingKey().toJwk();
        jwk.put("use", "sig");
        jwk.put("kid", "bench");
        issuer.serve("/.well-known/public-keys", issuer.json.writeValueAsString(Map.of("keys", List.of(jwk))));
        issuer.server.start();
        return issuer;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What verifies a certificate of a known user's, and then the assertion. */
    List<VerifyingKey> keys() {
        return List.of(key.verifyingKey(), usersKey.verifyingKey());
    }

    static String email(int user) {
        return "u" + user + "@" + NAME;
    }

    /** A bundle with two RSA signatures of 2048 bits. */
    String bundle(int user, String audience) {
        return assertion(audience).bundle(certificate(user, usersKey).sign(key), usersKey);
    }

    /** Bundles of newcomers: one assertion serves them all, since all have the same key. */
    Newcomers newcomers(String audience) {
        var template = assertion(audience).bundle("", usersKey);
        return user -> certificate(user, usersKey).sign(key) + template;
    }

    /** Makes a bundle for each newcomer. */
    @FunctionalInterface
    interface Newcomers {

        String bundle(int user);
    }

    /** An access token with one RSA signature of 2048 bits. */
    String accessToken(int user) {
        var now = Instant.now().getEpochSecond();
        var header = encoded(Map.of("alg", "RS256", "typ", "at+JWT", "kid", "bench"));
        var claims = encoded(Map.of(
                "sub",
                "u" + user,
                "iat",
                now,
                "exp",
                now + GOOD_FOR.toSeconds(),
                "scope",
                "https://identity.mozilla.com/apps/oldsync",
                FxaClaims.GENERATION,
                CHANGED_AT));
        var signed = header + "." + claims;
        return signed + "." + Base64Url.encode(key.sign(signed.getBytes(US_ASCII)));
    }

    static String clientState() {
        return "00".repeat(CLIENT_STATE.length);
    }

    static String keyId() {
        return CHANGED_AT + "-" + Base64Url.encode(CLIENT_STATE);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Certificate certificate(int user, SigningKey certified) {
        var now = Instant.now();
        return new Certificate(
                NAME,
                email(user),
                certified.verifyingKey(),
                now.minusSeconds(10),
                now.plus(GOOD_FOR),
                Map.of(FxaClaims.GENERATION, CHANGED_AT, FxaClaims.KEYS_CHANGED_AT, CHANGED_AT));
    }

    private static Assertion assertion(String audience) {
        return new Assertion(audience, Instant.now().plus(GOOD_FOR));
    }

    private String encoded(Map<String, Object> members) {
        return Base64Url.encode(json.writeValueAsBytes(members));
    }

    private void serve(String path, String document) {
        server.createContext(path, exchange -> {
            var body = document.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
