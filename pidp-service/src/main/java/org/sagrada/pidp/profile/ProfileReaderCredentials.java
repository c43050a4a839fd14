package org.sagrada.pidp.profile;

import java.util.List;
import java.util.Optional;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.Credential;
import org.sagrada.pidp.auth.CredentialSource;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.oauth.token.AccessTokens;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.stereotype.Component;

/** Requests of sessions, which may do everything with the profile, and those with an access token. */
@Component
final class ProfileReaderCredentials implements CredentialSource<ProfileReader> {

    private static final ScopeSet EVERYTHING = new ScopeSet(List.of(ProfileReader.WRITE));

    private final CredentialSource<SignedIn> sessions;
    private final AccessTokens accessTokens;
    private final AccountTable accounts;

    ProfileReaderCredentials(CredentialSource<SignedIn> sessions, AccessTokens accessTokens, AccountTable accounts) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.accounts = accounts;
    }

    @Override
    public TokenKind kind() {
        return TokenKind.SESSION;
    }

    @Override
    public Class<ProfileReader> holder() {
        return ProfileReader.class;
    }

    @Override
    public Optional<Credential<ProfileReader>> find(String tokenId) {
        return sessions.find(tokenId).map(found -> new Credential<>(found.hawk(), user(found.holder())));
    }

    @Override
    public Optional<ProfileReader> findBearer(String token) {
        return sessions.findBearer(token).map(ProfileReaderCredentials::user).or(() -> client(token));
    }

    private Optional<ProfileReader> client(String token) {
        return accessTokens
                .verify(token)
                .flatMap(read -> accounts.find(read.uid()).map(account -> new ProfileReader(account, read.scope())));
    }

    private static ProfileReader user(SignedIn signedIn) {
        return new ProfileReader(signedIn.account(), EVERYTHING);
    }
}
