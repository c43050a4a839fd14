package org.sagrada.model.onepw;

import java.util.Arrays;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.HmacSha256;
import org.sagrada.model.crypto.MalformedEncodingException;

/**
 * The two keys an account has at the server, sealed on their way to a client.
 *
 * @param kA known to the server; outlives a lost password
 * @param wrapKb kB as the server knows it: {@link QuickStretch#unwrapBKey} opens it
 */
public record AccountKeys(Key32 kA, Key32 wrapKb) {

    private static final int PLAIN_LENGTH = 2 * Key32.LENGTH;

    /** kB, the key that everything encrypted hangs off. */
    public Key32 kB(QuickStretch stretch) {
        return kB(stretch.unwrapBKey());
    }

    /** kB, with what the password adds to it. */
    public Key32 kB(Key32 unwrapBKey) {
        return wrapKb.xor(unwrapBKey);
    }

    /** Seals the keys for the holder of a key-fetch token: 192 hexadecimal digits. */
    public String seal(Key32 bundleKey) {
        Cover cover = Cover.derive(bundleKey);
        byte[] ciphertext = cover.apply(concatenation());
        return Hex.encode(ciphertext) + Hex.encode(cover.mac(ciphertext));
    }

    /**
     * Opens a sealed bundle.
     *
     * @throws BundleException if it was made with another key, was changed on the way, or isn't a bundle
     */
    public static AccountKeys open(String bundle, Key32 bundleKey) throws BundleException {
        byte[] bytes;
        try {
            bytes = Hex.decode(bundle);
        } catch (MalformedEncodingException malformed) {
            throw new BundleException();
        }
        if (bytes.length != PLAIN_LENGTH + Key32.LENGTH) {
            throw new BundleException();
        }
        byte[] ciphertext = Arrays.copyOf(bytes, PLAIN_LENGTH);
        Cover cover = Cover.derive(bundleKey);
        if (!ConstantTime.equal(cover.mac(ciphertext), Arrays.copyOfRange(bytes, PLAIN_LENGTH, bytes.length))) {
            throw new BundleException();
        }
        byte[] plain = cover.apply(ciphertext);
        return new AccountKeys(
                Key32.of(Arrays.copyOf(plain, Key32.LENGTH)),
                Key32.of(Arrays.copyOfRange(plain, Key32.LENGTH, PLAIN_LENGTH)));
    }

    private byte[] concatenation() {
        byte[] plain = Arrays.copyOf(kA.bytes(), PLAIN_LENGTH);
        System.arraycopy(wrapKb.bytes(), 0, plain, Key32.LENGTH, Key32.LENGTH);
        return plain;
    }

    /** The one-time pad and the key of the code over it. */
    private static final class Cover {

        private final byte[] hmacKey;
        private final byte[] pad;

        private Cover(byte[] derived) {
            hmacKey = Arrays.copyOf(derived, Key32.LENGTH);
            pad = Arrays.copyOfRange(derived, Key32.LENGTH, derived.length);
        }

        static Cover derive(Key32 bundleKey) {
            return new Cover(Namespace.derive(bundleKey, "account/keys", Key32.LENGTH + PLAIN_LENGTH));
        }

        byte[] apply(byte[] text) {
            byte[] result = new byte[PLAIN_LENGTH];
            for (int i = 0; i < PLAIN_LENGTH; i++) {
                result[i] = (byte) (text[i] ^ pad[i]);
            }
            return result;
        }

        byte[] mac(byte[] ciphertext) {
            return HmacSha256.mac(hmacKey, ciphertext);
        }
    }
}
