package org.sagrada.pidp.oauth;

import java.time.Duration;
import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/** What a client shows to get tokens. */
sealed interface TokenRequest {

    /** Who asks. */
    String clientId();

    /** How long an access token is to be good, at most. */
    Duration life();

    /** A code, and what its challenge was made of. */
    record ByCode(String clientId, Duration life, String code, String codeVerifier) implements TokenRequest {
        @Override
        public String toString() {
            return "ByCode[hidden]";
        }
    }

    /** A refresh token; without a scope, all that it permits. */
    record ByRefreshToken(String clientId, Duration life, String refreshToken, Optional<String> scope)
            implements TokenRequest {
        @Override
        public String toString() {
            return "ByRefreshToken[hidden]";
        }
    }

    /** Nothing but its session. */
    record BySession(String clientId, Duration life, String scope, boolean offline) implements TokenRequest {}

    /** Reads one; without a grant type, a code is expected. */
    static TokenRequest from(JsonBody body) {
        var clientId = body.text("client_id", TextRule.CLIENT_ID);
        var life = body.has("ttl")
                ? Duration.ofSeconds(body.integer("ttl", 1, Integer.MAX_VALUE))
                : Duration.ofSeconds(Integer.MAX_VALUE);
        return switch (body.optionalText("grant_type", TextRule.OAUTH_WORD).orElse("authorization_code")) {
            case "authorization_code" ->
                new ByCode(
                        clientId,
                        life,
                        body.text("code", TextRule.HEX_64),
                        body.text("code_verifier", TextRule.CODE_VERIFIER));
            case "refresh_token" ->
                new ByRefreshToken(
                        clientId,
                        life,
                        body.text("refresh_token", TextRule.HEX_64),
                        body.optionalText("scope", TextRule.SCOPE));
            case "fxa-credentials" ->
                new BySession(
                        clientId,
                        life,
                        body.text("scope", TextRule.SCOPE),
                        body.optionalText("access_type", TextRule.OAUTH_WORD)
                                .filter("offline"::equals)
                                .isPresent());
            default -> throw new Refusal(PidpError.invalidParameter("grant_type"));
        };
    }
}
