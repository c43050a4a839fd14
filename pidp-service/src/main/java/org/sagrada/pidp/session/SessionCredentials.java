package org.sagrada.pidp.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.Credential;
import org.sagrada.pidp.auth.CredentialSource;
import org.springframework.stereotype.Component;

/** Requests signed with a session token. */
@Component
final class SessionCredentials implements CredentialSource<SignedIn> {

    /** How exact "last used" is; finer would be a write for each request. */
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private final SessionTable sessions;
    private final Clock clock;

    SessionCredentials(SessionTable sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public TokenKind kind() {
        return TokenKind.SESSION;
    }

    @Override
    public Class<SignedIn> holder() {
        return SignedIn.class;
    }

    @Override
    public Optional<Credential<SignedIn>> find(String tokenId) {
        return sessions.findSignedIn(tokenId)
                .map(signedIn -> new Credential<>(
                        HawkCredentials.ofBytes(
                                tokenId, signedIn.session().requestKey().bytes()),
                        signedIn));
    }

    @Override
    public void used(SignedIn holder) {
        var now = clock.instant();
        var unlessSince = now.minus(LAST_USED_STEP);
        if (holder.session().lastUsedAt().isBefore(unlessSince)) {
            sessions.touch(holder.session().tokenId(), now, unlessSince);
        }
    }
}
