package org.sagrada.client.crypto;

import java.security.SecureRandom;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.SyncKeys;

/** Two keys that go together: one for AES-256-CBC, one for HMAC-SHA256. */
public record KeyBundle(Key32 encryptionKey, Key32 hmacKey) {

    /** The bundle that follows from kB; it opens the record {@code crypto/keys} and nothing else. */
    public static KeyBundle of(SyncKeys keys) {
        return new KeyBundle(keys.encryptionKey(), keys.hmacKey());
    }

    /** A new one. */
    public static KeyBundle random(SecureRandom random) {
        return new KeyBundle(Key32.random(random), Key32.random(random));
    }
}
