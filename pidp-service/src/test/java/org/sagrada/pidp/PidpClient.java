package org.sagrada.pidp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.PayloadHash;
import org.sagrada.model.onepw.AccountKeys;
import org.sagrada.model.onepw.BundleException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the account API as a client does that reaches the service through a proxy under its public URL. */
public final class PidpClient {

    public static final String PUBLIC_URL = "https://accounts.example.org/pidp";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT_TYPE = "application/json";

    private final HttpClient http;
    private final int port;
    private final InstantSource clock;
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    PidpClient(int port, InstantSource clock) {
        this(port, clock, HttpClient.newHttpClient());
    }

    private PidpClient(int port, InstantSource clock, HttpClient http) {
        this.http = http;
        this.port = port;
        this.clock = clock;
    }

    /** A client at another address of this machine, like {@code 127.0.0.2}. */
    public PidpClient at(String address) {
        try {
            var http = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(address))
                    .build();
            return new PidpClient(port, clock, http);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The port on this machine. */
    public int port() {
        return port;
    }

    /** An address that no other test has. */
    public static String newAddress() {
        return "u" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
    }

    /** Signs up and expects that it works; keys are asked for. */
    public SignedUp signUp(String email, String password) {
        var stretch = QuickStretch.v1(email, password);
        var answer = post(
                "/v1/account/create?keys=true",
                Map.of("email", email, "authPW", stretch.authPw().toHex()));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return new SignedUp(
                email, password, answer.text("uid"), answer.text("sessionToken"), answer.text("keyFetchToken"));
    }

    /** Signs up under an address of its own. */
    public SignedUp signUp() {
        return signUp(newAddress(), "correct horse battery staple");
    }

    /** Signs in with keys asked for. */
    public Answer login(String email, String password) {
        return post(
                "/v1/account/login?keys=true",
                Map.of(
                        "email",
                        email,
                        "authPW",
                        QuickStretch.v1(email, password).authPw().toHex()));
    }

    /** Fetches and opens an account's keys. */
    public AccountKeys keys(String keyFetchToken) {
        var answer = get("/v1/account/keys", TokenKind.KEY_FETCH, keyFetchToken);
        try {
            return AccountKeys.open(
                    answer.text("bundle"),
                    TokenKeys.derive(TokenKind.KEY_FETCH, Key32.fromHex(keyFetchToken))
                            .bundleKey());
        } catch (BundleException e) {
            throw new AssertionError(e);
        }
    }

    public Answer get(String target) {
        return send("GET", target, null, null);
    }

    public Answer post(String target, Object body) {
        return send("POST", target, body, null);
    }

    public Answer get(String target, TokenKind kind, String token) {
        return send("GET", target, null, sign("GET", target, null, kind, token));
    }

    public Answer post(String target, Object body, TokenKind kind, String token) {
        return signed("POST", target, body, kind, token);
    }

    public Answer signed(String method, String target, @Nullable Object body, TokenKind kind, String token) {
        return send(method, target, body, sign(method, target, body, kind, token));
    }

    /** Makes an Authorization header. */
    public String sign(String method, String target, @Nullable Object body, TokenKind kind, String token) {
        return sign(method, target, body, kind, token, clock.instant().getEpochSecond());
    }

    /** Makes an Authorization header with a time of its own, in s. */
    public String sign(
            String method, String target, @Nullable Object body, TokenKind kind, String token, long timestamp) {
        var keys = TokenKeys.derive(kind, Key32.fromHex(token));
        var credentials = HawkCredentials.ofBytes(
                keys.tokenId().toHex(), keys.requestKey().bytes());
        var artifacts = HawkArtifacts.of(timestamp, UUID.randomUUID().toString());
        if (body != null) {
            artifacts = artifacts.with(PayloadHash.of(CONTENT_TYPE, bytes(body)), null);
        }
        return HawkHeader.sign(credentials, HawkRequest.of(method, URI.create(PUBLIC_URL + target)), artifacts)
                .format();
    }

    /** Sends a request; a body that is a text goes as it is, any other as JSON. */
    public Answer send(String method, String target, @Nullable Object body, @Nullable String authorization) {
        sent.add(target + " " + authorization + " " + (body == null ? "" : new String(bytes(body), UTF_8)));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)))
                .header("User-Agent", "PidpClient/1");
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    /** All that {@link #send(String, String, Object, String)} sent: targets, Authorization headers, bodies. */
    public String sent() {
        return String.join("\n", sent);
    }

    /** Sends any request. */
    public Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        return body instanceof String text ? text.getBytes(UTF_8) : JSON.writeValueAsBytes(body);
    }

    /** A new account. */
    public record SignedUp(String email, String password, String uid, String sessionToken, String keyFetchToken) {

        /** What the password becomes on the device. */
        public QuickStretch stretch() {
            return QuickStretch.v1(email, password);
        }
    }
}
