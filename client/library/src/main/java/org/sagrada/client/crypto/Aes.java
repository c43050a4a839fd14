package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-CBC with PKCS#7 padding, the cipher of both formats. It authenticates nothing: the formats' codes do. */
final class Aes {

    static final int IV_LENGTH = 16;

    private Aes() {}

    static byte[] newIv(SecureRandom random) {
        byte[] iv = new byte[IV_LENGTH];
        random.nextBytes(iv);
        return iv;
    }

    static byte[] encrypt(KeyBundle keys, byte[] iv, byte[] cleartext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, keys, iv).doFinal(cleartext);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("every Java platform has AES-CBC", unusable);
        }
    }

    static byte[] decrypt(KeyBundle keys, byte[] iv, byte[] ciphertext) throws BadRecordException {
        try {
            return cipher(Cipher.DECRYPT_MODE, keys, iv).doFinal(ciphertext);
        } catch (GeneralSecurityException refused) {
            throw new BadRecordException();
        }
    }

    /** The text of decrypted bytes, which must be UTF-8. */
    static String text(byte[] cleartext) throws BadRecordException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(cleartext)).toString();
        } catch (CharacterCodingException malformed) {
            throw new BadRecordException();
        }
    }

    private static Cipher cipher(int mode, KeyBundle keys, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(keys.encryptionKey().bytes(), "AES"), new IvParameterSpec(iv));
        return cipher;
    }
}
