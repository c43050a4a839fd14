package org.sagrada.pidp.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.token.AccessToken;
import org.sagrada.pidp.oauth.token.AccessTokens;
import org.sagrada.pidp.oauth.token.Permission;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.service.url.PublicUrl;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Tells those who are shown a token what it is good for (RFC 7662 and its forerunner). */
@RestController
class VerificationController {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final AccountTable accounts;
    private final PublicUrl publicUrl;

    VerificationController(
            AccessTokens accessTokens, RefreshTokens refreshTokens, AccountTable accounts, PublicUrl publicUrl) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.publicUrl = publicUrl;
    }

    @PostMapping("/v1/verify")
    Verified verify(JsonBody body) {
        var token = accessTokens
                .verify(body.text("token", TextRule.OAUTH_TOKEN))
                .orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        var account = accounts.find(token.uid()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        return new Verified(
                token.uid(),
                token.clientId(),
                token.scope().texts(),
                account.verifierSetAt().toEpochMilli(),
                account.profileChangedAt().toEpochMilli());
    }

    @PostMapping({"/v1/introspect", "/v1/oauth/introspect"})
    Map<String, Object> introspect(JsonBody body) {
        var token = body.text("token", TextRule.OAUTH_TOKEN);
        body.optionalText("token_type_hint", TextRule.OAUTH_WORD);
        return accessTokens
                .verify(token)
                .map(this::described)
                .or(() -> refreshTokens.find(token).map(VerificationController::described))
                .orElse(Map.of("active", false));
    }

    private Map<String, Object> described(AccessToken token) {
        var claims = described(
                token.scope().toString(),
                token.clientId(),
                token.uid(),
                "access_token",
                token.issuedAt().getEpochSecond());
        claims.put("exp", token.expiresAt().getEpochSecond());
        claims.put("iss", publicUrl.toString());
        claims.put("jti", token.jti());
        return claims;
    }

    private static Map<String, Object> described(Permission permission) {
        var token = permission.refreshToken();
        var claims = described(
                token.scope().toString(),
                token.clientId(),
                token.uid(),
                "refresh_token",
                token.createdAt().getEpochSecond());
        claims.put("jti", token.id());
        claims.put("fxa-lastUsedAt", token.lastUsedAt().toEpochMilli());
        return claims;
    }

    private static Map<String, Object> described(String scope, String clientId, String uid, String type, long iat) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("active", true);
        claims.put("scope", scope);
        claims.put("client_id", clientId);
        claims.put("token_type", type);
        claims.put("sub", uid);
        claims.put("iat", iat);
        return claims;
    }

    /**
     * @param generation in ms
     * @param profileChangedAt in ms
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Verified(String user, String clientId, List<String> scope, long generation, long profileChangedAt) {}
}
