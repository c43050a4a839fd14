package org.sagrada.model.onepw;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.MalformedEncodingException;
import org.sagrada.model.crypto.Sha256;

/**
 * A secret of 32 bytes, which is what nearly every quantity of onepw is. It is compared in constant time, and its text is
 * redacted so that it never ends in a log.
 */
public final class Key32 {

    /** In bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Key32(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /**
     * A copy of 32 bytes.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static Key32 of(byte[] bytes) {
        return new Key32(bytes.clone());
    }

    /**
     * Reads 64 hexadecimal digits of either case.
     *
     * @throws MalformedEncodingException if they aren't digits
     * @throws IllegalArgumentException for any other length
     */
    public static Key32 fromHex(String digits) {
        return new Key32(Hex.decode(digits));
    }

    /** 32 new random bytes. */
    public static Key32 random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Key32(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits, the form in which onepw sends it. */
    public String toHex() {
        return Hex.encode(bytes);
    }

    /** This exclusive-or the other: wraps, and unwraps again. */
    public Key32 xor(Key32 other) {
        byte[] result = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            result[i] = (byte) (bytes[i] ^ other.bytes[i]);
        }
        return new Key32(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key32 key && ConstantTime.equal(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        // Of a hash, so that the code gives nothing of the secret away.
        return Arrays.hashCode(Sha256.hash(bytes));
    }

    @Override
    public String toString() {
        return "Key32[redacted]";
    }
}
