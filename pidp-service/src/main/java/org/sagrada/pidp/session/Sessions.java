package org.sagrada.pidp.session;

import java.time.Instant;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.MintedToken;
import org.sagrada.pidp.auth.TokenMint;
import org.springframework.stereotype.Component;

/** Begins sessions. Call it within a transaction that holds the account's lock. */
@Component
public final class Sessions {

    private final SessionRepository sessions;
    private final TokenMint mint;

    Sessions(SessionRepository sessions, TokenMint mint) {
        this.sessions = sessions;
        this.mint = mint;
    }

    /** A new session whose password was shown just now. */
    public Started start(String uid, SessionOrigin origin, Instant now) {
        var token = mint.mint(TokenKind.SESSION);
        return new Started(token, sessions.save(new Session(token, uid, mint.id(), origin, now)));
    }

    /** A session and, this once, its token. */
    public record Started(MintedToken token, Session session) {}
}
