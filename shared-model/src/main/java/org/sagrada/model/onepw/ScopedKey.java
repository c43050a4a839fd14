package org.sagrada.model.onepw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Hkdf;

/**
 * A key of one application, derived from kB and a secret that the server can rotate.
 *
 * @param keyId when it was rotated (s), and a fingerprint: {@code kid} of its JSON Web Key
 */
public record ScopedKey(String keyId, Key32 key) {

    private static final int FINGERPRINT_LENGTH = 16;

    /**
     * Derives one.
     *
     * @param uid the account's id, 32 hexadecimal digits
     * @param identifier of the application, as the server names it
     * @param rotationTimestamp in ms
     */
    public static ScopedKey derive(
            Key32 kB, String uid, String identifier, Key32 rotationSecret, long rotationTimestamp) {
        byte[] material = Arrays.copyOf(kB.bytes(), 2 * Key32.LENGTH);
        System.arraycopy(rotationSecret.bytes(), 0, material, Key32.LENGTH, Key32.LENGTH);
        byte[] info = (Namespace.PREFIX + "scoped_key\n" + identifier).getBytes(UTF_8);
        byte[] derived = Hkdf.derive(material, Hex.decode(uid), info, FINGERPRINT_LENGTH + Key32.LENGTH);
        String fingerprint = Base64Url.encode(Arrays.copyOf(derived, FINGERPRINT_LENGTH));
        return new ScopedKey(
                rotationTimestamp / 1000 + "-" + fingerprint,
                Key32.of(Arrays.copyOfRange(derived, FINGERPRINT_LENGTH, derived.length)));
    }
}
