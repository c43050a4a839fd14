package org.sagrada.model.onepw;

import org.sagrada.model.crypto.Scrypt;

/**
 * The server's half of onepw: what it keeps of an authPW, and the key under which it keeps wrapKb. Making one takes
 * {@link #MEMORY_BYTES} for about a quarter of a second: bound how many run at once.
 *
 * @param verifyHash stored; says whether an authPW is the right one
 * @param wrapwrapKey never stored; turns the stored wrapWrapKb into wrapKb and back
 */
public record Verifier(Key32 verifyHash, Key32 wrapwrapKey) {

    /** scrypt's N of the protocol. */
    public static final int COST = 65_536;

    /** What one computation at the protocol's cost needs while it runs. */
    public static final long MEMORY_BYTES = 64L << 20;

    private static final int BLOCK_SIZE = 8;
    private static final int PARALLELISM = 1;

    /** The memory for scrypt at a cost that the server chose, a power of two; it has to remember which. */
    public static Scrypt scrypt(int cost) {
        return new Scrypt(cost, BLOCK_SIZE, PARALLELISM);
    }

    /**
     * Stretches an authPW.
     *
     * @param authSalt new and random at every change of the password
     * @param scrypt of {@link #scrypt}, for one computation at a time
     */
    public static Verifier stretch(Key32 authPw, Key32 authSalt, Scrypt scrypt) {
        Key32 stretched = Key32.of(scrypt.derive(authPw.bytes(), authSalt.bytes(), Key32.LENGTH));
        return new Verifier(Namespace.derive(stretched, "verifyHash"), Namespace.derive(stretched, "wrapwrapKey"));
    }

    /** Whether the authPW this was made of is the one that the stored hash was made of; in constant time. */
    public boolean matches(Key32 storedVerifyHash) {
        return verifyHash.equals(storedVerifyHash);
    }

    /** wrapKb, which the client may have, out of the stored wrapWrapKb. */
    public Key32 wrapKb(Key32 wrapWrapKb) {
        return wrapwrapKey.xor(wrapWrapKb);
    }

    /** The wrapWrapKb to store for a wrapKb that a client chose. */
    public Key32 wrapWrapKb(Key32 wrapKb) {
        return wrapwrapKey.xor(wrapKb);
    }
}
