package org.sagrada.pidp.key;

import java.util.Optional;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.Credential;
import org.sagrada.pidp.auth.CredentialSource;
import org.springframework.stereotype.Component;

/** Requests signed with a key-fetch token. */
@Component
final class KeyFetchCredentials implements CredentialSource<KeyFetchToken> {

    private final KeyFetchTokenTable tokens;

    KeyFetchCredentials(KeyFetchTokenTable tokens) {
        this.tokens = tokens;
    }

    @Override
    public TokenKind kind() {
        return TokenKind.KEY_FETCH;
    }

    @Override
    public Class<KeyFetchToken> holder() {
        return KeyFetchToken.class;
    }

    @Override
    public Optional<Credential<KeyFetchToken>> find(String tokenId) {
        return tokens.find(tokenId)
                .map(token -> new Credential<>(
                        HawkCredentials.ofBytes(tokenId, token.requestKey().bytes()), token));
    }
}
