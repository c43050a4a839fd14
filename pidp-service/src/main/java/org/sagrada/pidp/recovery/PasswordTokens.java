package org.sagrada.pidp.recovery;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** Makes tokens for another password, and uses them up. */
@Component
final class PasswordTokens {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final Duration FORGOT_LIFE = Duration.ofHours(1);
    static final int FORGOT_TRIES = 3;

    private final PasswordTokenTable tokens;
    private final TokenMint mint;
    private final Clock clock;

    PasswordTokens(PasswordTokenTable tokens, TokenMint mint, Clock clock) {
        this.tokens = tokens;
        this.mint = mint;
        this.clock = clock;
    }

    /** A token of a kind; the account's earlier ones of this kind are void. */
    String make(TokenKind kind, String uid, @Nullable String code) {
        tokens.deleteAll(uid, kind);
        return makeAnother(kind, uid, code);
    }

    /** A token beside earlier ones of its kind. */
    String makeAnother(TokenKind kind, String uid, @Nullable String code) {
        var token = mint.mint(kind);
        var life = kind == TokenKind.PASSWORD_FORGOT ? FORGOT_LIFE : LIFE;
        tokens.add(new PasswordToken(
                token.id(),
                kind,
                token.requestKey(),
                uid,
                code,
                FORGOT_TRIES,
                clock.instant().plus(life)));
        return token.token();
    }

    /** Uses a token up; whoever comes second with it is told errno 110. */
    void use(ProvenToken proven) {
        if (!tokens.delete(proven.token().tokenId())) {
            throw new Refusal(PidpError.invalidToken());
        }
    }
}
