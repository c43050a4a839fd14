package org.sagrada.model.wrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hkdf;
import org.sagrada.model.crypto.HmacSha256;
import org.sagrada.model.onepw.Key32;

/**
 * A key that wraps keys: AES-256-CBC and HMAC-SHA256 over the ciphertext, each with a key of its own. The wrapped form is the
 * base64 of a version byte, the IV, the ciphertext of the key with its tags, and the code over all of them.
 */
public final class WrappingKey {

    private static final int KEY_LENGTH = 32;
    private static final byte VERSION = 1;
    private static final int IV_LENGTH = 16;
    private static final int MAC_LENGTH = 32;
    private static final int BLOCK_LENGTH = 16;
    private static final int SHORTEST = 1 + IV_LENGTH + BLOCK_LENGTH + MAC_LENGTH;
    private static final int PASSWORD_ITERATIONS = 20_000;
    private static final byte[] USER_KEY_INFO = "identity.mozilla.com/picl/v1/wrap/userkey".getBytes(UTF_8);

    private final byte[] encryptionKey;
    private final byte[] macKey;

    private WrappingKey(byte[] both) {
        if (both.length != 2 * KEY_LENGTH) {
            throw new IllegalArgumentException("a wrapping key has 64 bytes, not " + both.length);
        }
        encryptionKey = Arrays.copyOf(both, KEY_LENGTH);
        macKey = Arrays.copyOfRange(both, KEY_LENGTH, both.length);
    }

    /** A user's key as it follows from kB: whoever has the password has it, and a reset of the password ends it. */
    public static WrappingKey userKey(Key32 kB) {
        return new WrappingKey(Hkdf.derive(kB.bytes(), USER_KEY_INFO, 2 * KEY_LENGTH));
    }

    /** A key of 64 bytes: one half encrypts, the other authenticates. */
    public static WrappingKey of(byte[] bytes) {
        return new WrappingKey(bytes);
    }

    /**
     * A key made of a password alone, for wrapping a random user's key.
     *
     * @param salt 32 random bytes
     */
    public static WrappingKey ofPassword(String password, byte[] salt) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(password.getBytes(UTF_8), salt, PASSWORD_ITERATIONS);
        KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(2 * KEY_LENGTH * Byte.SIZE);
        return new WrappingKey(key.getKey());
    }

    /** Wraps a key for one purpose; twice the same gives two different texts. */
    public String wrap(byte[] key, KeyTags tags, SecureRandom random) {
        byte[] iv = new byte[IV_LENGTH];
        random.nextBytes(iv);
        return wrap(key, tags, iv);
    }

    String wrap(byte[] key, KeyTags tags, byte[] iv) {
        byte[] ciphertext;
        try {
            ciphertext = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(TaggedKey.format(key, tags));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("every Java platform has AES-CBC", unusable);
        }
        byte[] wrapped = new byte[1 + IV_LENGTH + ciphertext.length + MAC_LENGTH];
        wrapped[0] = VERSION;
        System.arraycopy(iv, 0, wrapped, 1, IV_LENGTH);
        System.arraycopy(ciphertext, 0, wrapped, 1 + IV_LENGTH, ciphertext.length);
        int end = wrapped.length - MAC_LENGTH;
        byte[] mac = HmacSha256.mac(macKey, Arrays.copyOf(wrapped, end));
        System.arraycopy(mac, 0, wrapped, end, MAC_LENGTH);
        return Base64.getEncoder().encodeToString(wrapped);
    }

    /**
     * Opens a wrapped key.
     *
     * @param tags the purpose it must have been wrapped for
     * @throws UnwrapException for every reason there may be
     */
    public byte[] unwrap(String wrapped, KeyTags tags) throws UnwrapException {
        byte[] bytes = decode(wrapped);
        if (bytes.length < SHORTEST || bytes[0] != VERSION) {
            throw new UnwrapException();
        }
        int end = bytes.length - MAC_LENGTH;
        byte[] mac = Arrays.copyOfRange(bytes, end, bytes.length);
        if (!ConstantTime.equal(HmacSha256.mac(macKey, Arrays.copyOf(bytes, end)), mac)) {
            throw new UnwrapException();
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(bytes, 1, 1 + IV_LENGTH))
                    .doFinal(bytes, 1 + IV_LENGTH, end - 1 - IV_LENGTH);
            return TaggedKey.parse(plain, tags);
        } catch (GeneralSecurityException refused) {
            throw new UnwrapException();
        }
    }

    private static byte[] decode(String wrapped) throws UnwrapException {
        try {
            return Base64.getDecoder().decode(wrapped);
        } catch (IllegalArgumentException malformed) {
            throw new UnwrapException();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(encryptionKey, "AES"), new IvParameterSpec(iv));
        return cipher;
    }

    @Override
    public String toString() {
        return "WrappingKey[redacted]";
    }
}
