package org.sagrada.pidp.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.request.UserAgent;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives tokens, and takes them back (RFC 6749, section 5; RFC 7009). */
@RestController
class TokenController {

    private final Grants grants;
    private final Revocation revocation;

    TokenController(Grants grants, Revocation revocation) {
        this.grants = grants;
        this.revocation = revocation;
    }

    @PostMapping({"/v1/oauth/token", "/v1/token"})
    TokenAnswer token(Optional<SignedIn> signedIn, JsonBody body, HttpServletRequest request) {
        return grants.grant(TokenRequest.from(body), signedIn, UserAgent.of(request));
    }

    /** Firefox gives a sign-in up when this fails, so that a token that is gone already is as good as one that goes now. */
    @PostMapping("/v1/oauth/destroy")
    Map<String, Object> destroy(JsonBody body) {
        revoke(body);
        return Map.of();
    }

    @PostMapping("/v1/destroy")
    Map<String, Object> destroyKnown(JsonBody body) {
        if (!revoke(body)) {
            throw new Refusal(PidpError.invalidToken());
        }
        return Map.of();
    }

    private boolean revoke(JsonBody body) {
        var clientId = body.optionalText("client_id", TextRule.CLIENT_ID);
        var token = body.optionalText("token", TextRule.OAUTH_TOKEN)
                .or(() -> body.optionalText("access_token", TextRule.OAUTH_TOKEN))
                .or(() -> body.optionalText("refresh_token", TextRule.OAUTH_TOKEN));
        return token.map(text -> revocation.revoke(text, clientId))
                .orElseGet(() -> body.optionalText("refresh_token_id", TextRule.HEX_64)
                        .map(id -> revocation.revokeById(id, clientId))
                        .orElse(false));
    }
}
