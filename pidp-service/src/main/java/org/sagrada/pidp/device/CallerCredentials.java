package org.sagrada.pidp.device;

import java.util.Optional;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.Credential;
import org.sagrada.pidp.auth.CredentialSource;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.oauth.token.Permission;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.stereotype.Component;

/** Requests of sessions, and those of phones, which show a refresh token for Sync as it is. */
@Component
final class CallerCredentials implements CredentialSource<Caller> {

    private final CredentialSource<SignedIn> sessions;
    private final RefreshTokens refreshTokens;

    CallerCredentials(CredentialSource<SignedIn> sessions, RefreshTokens refreshTokens) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
    }

    @Override
    public TokenKind kind() {
        return TokenKind.SESSION;
    }

    @Override
    public Class<Caller> holder() {
        return Caller.class;
    }

    @Override
    public Optional<Credential<Caller>> find(String tokenId) {
        return sessions.find(tokenId)
                .map(found -> new Credential<>(found.hawk(), new Caller.WithSession(found.holder())));
    }

    @Override
    public Optional<Caller> findBearer(String token) {
        return TextRule.HEX_64.allows(token)
                ? refreshTokens.find(token).filter(CallerCredentials::isForSync).map(Caller.WithRefreshToken::new)
                : sessions.findBearer(token).map(Caller.WithSession::new);
    }

    @Override
    public void used(Caller holder) {
        switch (holder) {
            case Caller.WithSession caller -> sessions.used(caller.signedIn());
            case Caller.WithRefreshToken caller ->
                refreshTokens.used(caller.permission().refreshToken());
        }
    }

    private static boolean isForSync(Permission permission) {
        return permission.refreshToken().scope().covers(Scope.SYNC);
    }
}
