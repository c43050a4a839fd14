package org.sagrada.client.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;
import org.sagrada.model.hawk.HawkCredentials;

/** The token service. */
public final class TokenServer {

    private final URI base;
    private final HawkHttp http;

    /** The service at a base address, without {@code /1.0}. */
    public TokenServer(URI base, HawkHttp http) {
        this.base = base;
        this.http = http;
    }

    /** What assertions for this service must name as their audience. */
    public String audience() {
        return Urls.origin(base);
    }

    /** The service's time. */
    public Instant time() {
        return http.clock().instant();
    }

    /**
     * Trades an assertion, or an access token of OAuth, for a token.
     *
     * @throws TokenException if the service refuses
     */
    public StorageToken token(StorageProtocol protocol, TokenCredential credential) {
        HttpAnswer answer = http.send(credential.on(HttpCall.of("GET", Urls.at(base, protocol.path()))));
        if (!answer.isSuccess()) {
            throw refusal(answer);
        }
        Json token = Json.parse(answer.body());
        return new StorageToken(
                HawkCredentials.ofText(token.text("id"), token.text("key")),
                Urls.base(token.text("api_endpoint")),
                token.number("uid"),
                time().plusSeconds(token.number("duration")));
    }

    private static TokenException refusal(HttpAnswer answer) {
        int http = answer.status();
        String status = Json.parseOrEmpty(answer.body()).textOrNull("status");
        if (http == 503) {
            return new TokenException.Unavailable(http, retryAfter(answer));
        }
        return switch (status == null ? "" : status) {
            case "invalid-credentials" -> new TokenException.InvalidCredentials(http);
            case "invalid-timestamp" -> new TokenException.InvalidTimestamp(http);
            case "invalid-generation", "invalid-keysChangedAt" -> new TokenException.InvalidGeneration(http);
            case "invalid-client-state" -> new TokenException.InvalidClientState(http);
            case "new-users-disabled" -> new TokenException.NewUsersDisabled(http);
            default ->
                new TokenException.Refused(
                        http, "the token service refused: status " + http + (status == null ? "" : ", " + status));
        };
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        OptionalLong seconds = answer.headers().number("Retry-After");
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : null;
    }
}
