package org.sagrada.pidp.oauth;

import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.client.OAuthClient;
import org.sagrada.pidp.oauth.client.OAuthClients;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What a page asks a code for, on behalf of a client.
 *
 * @param redirectUri one of the client's
 * @param offline whether a refresh token is wanted
 * @param codeChallenge the hash of what the client will show (RFC 7636, S256)
 * @param keysJwe the keys for the scopes, which only the client can open; null where it needs none
 */
record AuthorizationRequest(
        OAuthClient client,
        ScopeSet scope,
        String redirectUri,
        String state,
        boolean offline,
        String codeChallenge,
        @Nullable String keysJwe) {

    private static final int LONGEST_JWE = 8192;

    static AuthorizationRequest from(JsonBody body, OAuthClients clients) {
        var client = clients.require(body.text("client_id", TextRule.CLIENT_ID));
        var scope = clients.allowed(client, body.text("scope", TextRule.SCOPE));
        if (!"code".equals(word(body, "response_type", "code"))) {
            throw OAuthErrors.wrongResponseType();
        }
        var redirectUri = client.redirectUri(
                body.optionalText("redirect_uri", TextRule.REDIRECT_URI).orElse(null));
        if (redirectUri == null) {
            throw OAuthErrors.wrongRedirectUri();
        }
        return new AuthorizationRequest(
                client,
                scope,
                redirectUri,
                body.text("state", TextRule.STATE),
                isOffline(body),
                challenge(body),
                keysJwe(body));
    }

    private static boolean isOffline(JsonBody body) {
        return switch (word(body, "access_type", "online")) {
            case "online" -> false;
            case "offline" -> true;
            default -> throw new Refusal(PidpError.invalidParameter("access_type"));
        };
    }

    private static String challenge(JsonBody body) {
        var challenge = body.optionalText("code_challenge", TextRule.CODE_CHALLENGE);
        if (challenge.isEmpty()) {
            throw OAuthErrors.missingChallenge();
        }
        if (!"S256".equals(word(body, "code_challenge_method", ""))) {
            throw OAuthErrors.missingChallenge();
        }
        return challenge.get();
    }

    private static @Nullable String keysJwe(JsonBody body) {
        var jwe = body.optionalText("keys_jwe", TextRule.KEYS_JWE).orElse(null);
        if (jwe != null && jwe.length() > LONGEST_JWE) {
            throw new Refusal(PidpError.invalidParameter("keys_jwe"));
        }
        return jwe;
    }

    private static String word(JsonBody body, String name, String otherwise) {
        return body.optionalText(name, TextRule.OAUTH_WORD).orElse(otherwise);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[client=" + client.id() + ", scope=" + scope + "]";
    }
}
