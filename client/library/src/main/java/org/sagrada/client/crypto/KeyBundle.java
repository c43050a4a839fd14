package org.sagrada.client.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.SyncKeys;

/** Two keys that go together: one for AES-256-CBC, one for HMAC-SHA256. */
public record KeyBundle(Key32 encryptionKey, Key32 hmacKey) {

    /** The bundle that follows from kB; it opens the record {@code crypto/keys} and nothing else. */
    public static KeyBundle of(SyncKeys keys) {
        return new KeyBundle(keys.encryptionKey(), keys.hmacKey());
    }

    /**
     * The bundle of 64 bytes, encryption key first; more bytes are left alone, as storage format 6 says.
     *
     * @throws IllegalArgumentException for fewer
     */
    public static KeyBundle ofBytes(byte[] bytes) {
        if (bytes.length < 2 * Key32.LENGTH) {
            throw new IllegalArgumentException("a key bundle has 64 bytes, not " + bytes.length);
        }
        return new KeyBundle(
                Key32.of(Arrays.copyOf(bytes, Key32.LENGTH)),
                Key32.of(Arrays.copyOfRange(bytes, Key32.LENGTH, 2 * Key32.LENGTH)));
    }

    /** The 64 bytes, encryption key first. */
    public byte[] bytes() {
        byte[] bytes = Arrays.copyOf(encryptionKey.bytes(), 2 * Key32.LENGTH);
        System.arraycopy(hmacKey.bytes(), 0, bytes, Key32.LENGTH, Key32.LENGTH);
        return bytes;
    }

    /** A new one. */
    public static KeyBundle random(SecureRandom random) {
        return new KeyBundle(Key32.random(random), Key32.random(random));
    }
}
