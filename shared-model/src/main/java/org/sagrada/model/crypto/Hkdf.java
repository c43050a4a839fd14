package org.sagrada.model.crypto;

/** The key derivation function HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {

    private static final byte[] NO_SALT = new byte[0];
    private static final int MOST_BLOCKS = 255;

    private Hkdf() {}

    /**
     * Derives bytes from key material, extract and expand.
     *
     * @param salt an empty one counts as 32 zero bytes, as the RFC says
     * @param length of the answer in bytes, 1 to 8160
     */
    public static byte[] derive(byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MOST_BLOCKS * Sha256.LENGTH) {
            throw new IllegalArgumentException("HKDF derives 1 to 8160 bytes");
        }
        byte[] pseudorandomKey = HmacSha256.mac(salt, keyMaterial);
        byte[] derived = new byte[length];
        byte[] block = new byte[0];
        for (int at = 0, number = 1; at < length; at += block.length, number++) {
            block = HmacSha256.mac(pseudorandomKey, block, info, new byte[] {(byte) number});
            System.arraycopy(block, 0, derived, at, Math.min(block.length, length - at));
        }
        return derived;
    }

    /** {@link #derive(byte[], byte[], byte[], int)} without a salt. */
    public static byte[] derive(byte[] keyMaterial, byte[] info, int length) {
        return derive(keyMaterial, NO_SALT, info, length);
    }
}
