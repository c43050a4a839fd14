package org.sagrada.pidp.password;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;

/**
 * What an account keeps instead of its password: hashes to check a proof against, and kB under two locks of which the server
 * lacks one. Replaced as a whole, never changed.
 *
 * @param authSalt new with every change
 * @param scryptCost scrypt's N when it was made
 * @param version2 nothing when the account has only version 1
 */
public record Credentials(
        Key32 authSalt,
        int scryptCost,
        Locked version1,
        @Nullable Version2 version2) {

    /** The salt of version 2, for a client to stretch the password with; nothing when the account has only version 1. */
    public Optional<String> clientSalt() {
        return Optional.ofNullable(version2).map(Version2::clientSalt);
    }

    /** Whether both were made at the same time from the same password: the salt is new with every change. */
    public boolean isSameAs(Credentials other) {
        return authSalt.equals(other.authSalt);
    }

    /** One version of a password: what its proof is checked against, and kB locked twice. */
    public record Locked(Key32 verifyHash, Key32 wrapWrapKb) {}

    /** The second version, with the salt that a client stretches the password with. */
    public record Version2(Locked locked, String clientSalt) {}
}
