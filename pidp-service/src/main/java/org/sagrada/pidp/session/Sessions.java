package org.sagrada.pidp.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.MintedToken;
import org.sagrada.pidp.auth.TokenMint;
import org.springframework.stereotype.Component;

/** Begins sessions. Call it within a transaction that holds the account's lock. */
@Component
public final class Sessions {

    private final SessionTable sessions;
    private final TokenMint mint;

    Sessions(SessionTable sessions, TokenMint mint) {
        this.sessions = sessions;
        this.mint = mint;
    }

    /** A new session whose password was shown just now. */
    public Started start(String uid, SessionOrigin origin, Instant now) {
        return add(
                uid,
                now,
                now,
                origin.userAgent(),
                List.of(AuthenticationMethod.PASSWORD),
                Optional.ofNullable(origin.verificationId()),
                now);
    }

    /** A session in the state of another one that it is a copy of, or comes after. */
    public Started startLike(Session other, String userAgent, Instant now) {
        return add(
                other.uid(),
                other.createdAt(),
                other.authAt(),
                userAgent,
                other.methods(),
                other.verificationId(),
                now);
    }

    private Started add(
            String uid,
            Instant createdAt,
            Instant authAt,
            String userAgent,
            List<AuthenticationMethod> methods,
            Optional<String> verificationId,
            Instant now) {
        var token = mint.mint(TokenKind.SESSION);
        var session = new Session(
                token.id(),
                token.requestKey(),
                uid,
                mint.id(),
                createdAt,
                authAt,
                now,
                userAgent,
                methods,
                verificationId);
        sessions.add(session);
        return new Started(token, session);
    }

    /** A session and, this once, its token. */
    public record Started(MintedToken token, Session session) {}
}
