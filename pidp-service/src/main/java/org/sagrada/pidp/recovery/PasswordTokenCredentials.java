package org.sagrada.pidp.recovery;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.Credential;
import org.sagrada.pidp.auth.CredentialSource;

/** Requests signed with one kind of token for another password. */
record PasswordTokenCredentials<T extends ProvenToken>(
        TokenKind kind, Class<T> holder, Function<PasswordToken, T> proven, PasswordTokenTable tokens, Clock clock)
        implements CredentialSource<T> {

    @Override
    public Optional<Credential<T>> find(String tokenId) {
        return tokens.findValid(tokenId, kind, clock.instant())
                .map(token -> new Credential<>(
                        HawkCredentials.ofBytes(tokenId, token.requestKey().bytes()), proven.apply(token)));
    }
}
