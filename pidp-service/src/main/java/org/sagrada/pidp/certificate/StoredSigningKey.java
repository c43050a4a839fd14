package org.sagrada.pidp.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the PIdP's own keys as the database keeps it.
 *
 * @param secretKey both halves, as JSON
 * @param signsFrom when it takes over from the one before
 * @param listedUntil when verifiers may forget it; null while no other has taken over
 */
record StoredSigningKey(
        String kid,
        String secretKey,
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant listedUntil) {

    @Override
    public String toString() {
        return "StoredSigningKey[kid=" + kid + "]";
    }
}
