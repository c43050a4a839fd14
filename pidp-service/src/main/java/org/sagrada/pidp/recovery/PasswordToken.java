package org.sagrada.pidp.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKind;

/**
 * A step on the way to another password, known by the id of a token that the server does not have.
 *
 * @param code what was mailed; null where nothing was
 * @param tries how many are left
 */
record PasswordToken(
        String tokenId,
        TokenKind kind,
        Key32 requestKey,
        String uid,
        @Nullable String code,
        int tries,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "PasswordToken[" + kind + "]";
    }
}
