package org.sagrada.pidp.oauth;

import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.oauth.token.AccessTokens;
import org.sagrada.pidp.oauth.token.IdTokens;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.springframework.stereotype.Component;

/** Makes the tokens that a client is to have. */
@Component
class Answers {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final IdTokens idTokens;

    Answers(AccessTokens accessTokens, RefreshTokens refreshTokens, IdTokens idTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.idTokens = idTokens;
    }

    /** With a new refresh token, which the access token ends with. */
    TokenAnswer withRefreshToken(Granted granted) {
        var made = refreshTokens.make(granted.account().uid(), granted.client(), granted.scope(), granted.proof());
        return answer(granted, made.stored().id(), made.token());
    }

    /** @param source the handle of a session or the id of a refresh token, with which the access token ends */
    TokenAnswer without(Granted granted, String source) {
        return answer(granted, source, null);
    }

    private TokenAnswer answer(Granted granted, String source, @Nullable String refreshToken) {
        var account = granted.account();
        var issued = accessTokens.issue(account, granted.client(), granted.scope(), source, granted.life());
        var proof = granted.proof();
        var idToken = granted.scope().covers(Scope.OPENID)
                ? idTokens.issue(account.uid(), granted.client(), proof.authAt(), proof.methods(), issued.token())
                : null;
        return new TokenAnswer(
                issued.token(),
                "bearer",
                granted.scope().toString(),
                issued.expiresIn(),
                proof.authAt().getEpochSecond(),
                refreshToken,
                idToken,
                null,
                null);
    }
}
