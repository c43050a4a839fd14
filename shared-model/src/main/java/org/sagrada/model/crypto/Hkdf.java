package org.sagrada.model.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** The key derivation function HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {

    private static final byte[] NO_SALT = new byte[0];

    private Hkdf() {}

    /**
     * Derives bytes from key material, extract and expand.
     *
     * @param salt an empty one counts as 32 zero bytes, as the RFC says
     * @param length of the answer in bytes, 1 to 8160
     */
    public static byte[] derive(byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(keyMaterial, salt, info));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }

    /** {@link #derive(byte[], byte[], byte[], int)} without a salt. */
    public static byte[] derive(byte[] keyMaterial, byte[] info, int length) {
        return derive(keyMaterial, NO_SALT, info, length);
    }
}
