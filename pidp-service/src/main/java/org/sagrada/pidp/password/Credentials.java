package org.sagrada.pidp.password;

import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;

/**
 * What an account keeps instead of its password: hashes to check a proof against, and kB under two locks of which the server
 * lacks one. Replaced as a whole, never changed.
 */
@Embeddable
public class Credentials {

    private byte[] authSalt;
    private int scryptCost;
    private byte[] verifyHash;
    private byte[] wrapWrapKb;
    private byte @Nullable [] verifyHashV2;
    private byte @Nullable [] wrapWrapKbV2;
    private @Nullable String clientSalt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Credentials() {}

    Credentials(Key32 authSalt, int scryptCost, Locked version1) {
        this.authSalt = authSalt.bytes();
        this.scryptCost = scryptCost;
        this.verifyHash = version1.verifyHash().bytes();
        this.wrapWrapKb = version1.wrapWrapKb().bytes();
    }

    void addVersion2(Locked version2, String salt) {
        this.verifyHashV2 = version2.verifyHash().bytes();
        this.wrapWrapKbV2 = version2.wrapWrapKb().bytes();
        this.clientSalt = salt;
    }

    Key32 authSalt() {
        return Key32.of(authSalt);
    }

    int scryptCost() {
        return scryptCost;
    }

    Locked version1() {
        return new Locked(Key32.of(verifyHash), Key32.of(wrapWrapKb));
    }

    Optional<Locked> version2() {
        return verifyHashV2 == null || wrapWrapKbV2 == null
                ? Optional.empty()
                : Optional.of(new Locked(Key32.of(verifyHashV2), Key32.of(wrapWrapKbV2)));
    }

    /** The salt of version 2, for a client to stretch the password with; nothing when the account has only version 1. */
    public Optional<String> clientSalt() {
        return Optional.ofNullable(clientSalt);
    }

    /** Whether both were made at the same time from the same password: the salt is new with every change. */
    public boolean isSameAs(Credentials other) {
        return Arrays.equals(authSalt, other.authSalt);
    }

    /** One version of a password: what its proof is checked against, and kB locked twice. */
    record Locked(Key32 verifyHash, Key32 wrapWrapKb) {}
}
