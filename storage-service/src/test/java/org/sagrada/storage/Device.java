package org.sagrada.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.token.IssuedToken;

/** One device of one user: signs what it sends, as a client behind the public URL does. */
public final class Device {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final long user;
    private final Clock clock;

    Device(int port, long user, Clock clock) {
        this.port = port;
        this.user = user;
        this.clock = clock;
    }

    public long user() {
        return user;
    }

    /** The raw path of something of this user's under 2.0. */
    public String path20(String rest) {
        return "/2.0/" + user + rest;
    }

    /** The raw path of something of this user's under 1.5. */
    public String path15(String rest) {
        return "/1.5/" + user + rest;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends a signed request; a body is JSON unless a header says otherwise. */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        return sendAs(Tokens.of(user, clock.instant()), method, path, body, headers);
    }

    /** The same with a token of the caller's choice. */
    public Answer sendAs(IssuedToken token, String method, String path, @Nullable String body, String... headers) {
        return sendSigned(authorization(token, method, path), method, path, body, headers);
    }

    /** Sends a request whose Authorization header is given. */
    public Answer sendSigned(
            String authorization, String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        request.header("Authorization", authorization);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        var typed = false;
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (body != null && !typed) {
            request.header("Content-Type", "application/json");
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String authorization(IssuedToken token, String method, String path) {
        return authorization(
                token,
                method,
                path,
                HawkArtifacts.of(
                        clock.instant().getEpochSecond(), UUID.randomUUID().toString()));
    }

    public String authorization(IssuedToken token, String method, String path, HawkArtifacts artifacts) {
        var request = HawkRequest.of(method, URI.create(Tokens.NODE + path));
        return HawkHeader.sign(HawkCredentials.ofText(token.id(), token.key()), request, artifacts)
                .format();
    }

    /** The same for a target that no URI class would take. */
    public String rawAuthorization(IssuedToken token, String method, String target, HawkArtifacts artifacts) {
        var prefix = URI.create(Tokens.NODE);
        var request = new HawkRequest(method, prefix.getRawPath() + target, prefix.getHost(), prefix.getPort());
        return HawkHeader.sign(HawkCredentials.ofText(token.id(), token.key()), request, artifacts)
                .format();
    }
}
