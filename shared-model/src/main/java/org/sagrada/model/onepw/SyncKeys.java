package org.sagrada.model.onepw;

import java.util.Arrays;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Sha256;

/** What Sync derives from kB. */
public final class SyncKeys {

    /** The OAuth scope of Sync, under which {@link #scopedKeyId} names its key. */
    public static final String SCOPE = "https://identity.mozilla.com/apps/oldsync";

    private static final int FINGERPRINT_LENGTH = 16;

    private final Key32 encryptionKey;
    private final Key32 hmacKey;
    private final byte[] fingerprint;

    private SyncKeys(byte[] derived, byte[] fingerprint) {
        this.encryptionKey = Key32.of(Arrays.copyOf(derived, Key32.LENGTH));
        this.hmacKey = Key32.of(Arrays.copyOfRange(derived, Key32.LENGTH, 2 * Key32.LENGTH));
        this.fingerprint = fingerprint;
    }

    /** Derives them all. */
    public static SyncKeys of(Key32 kB) {
        return new SyncKeys(
                Namespace.derive(kB, "oldsync", 2 * Key32.LENGTH),
                Arrays.copyOf(Sha256.hash(kB.bytes()), FINGERPRINT_LENGTH));
    }

    /** The AES-256 key of the bundle that opens {@code crypto/keys}. */
    public Key32 encryptionKey() {
        return encryptionKey;
    }

    /** The HMAC key of the same bundle. */
    public Key32 hmacKey() {
        return hmacKey;
    }

    /** {@code X-Client-State}: 32 hexadecimal digits that change when kB does and give nothing of it away. */
    public String clientState() {
        return Hex.encode(fingerprint);
    }

    /**
     * The name of the scoped key, sent as {@code X-KeyID} with an OAuth token.
     *
     * @param keysChangedAt when the keys last changed, in ms
     */
    public String scopedKeyId(long keysChangedAt) {
        return keysChangedAt + "-" + Base64Url.encode(fingerprint);
    }

    /** The scoped key's value, {@code k} of its JSON Web Key: both keys in base64url. */
    public String scopedKey() {
        byte[] both = Arrays.copyOf(encryptionKey.bytes(), 2 * Key32.LENGTH);
        System.arraycopy(hmacKey.bytes(), 0, both, Key32.LENGTH, Key32.LENGTH);
        return Base64Url.encode(both);
    }

    @Override
    public String toString() {
        return "SyncKeys[redacted]";
    }
}
