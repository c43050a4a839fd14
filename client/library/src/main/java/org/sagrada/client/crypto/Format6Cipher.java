package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.HmacSha256;

/**
 * Storage format 6: the base64 of HMAC-SHA256 (32 bytes), IV (16) and AES-256-CBC ciphertext, the code being over the IV and the
 * ciphertext.
 */
final class Format6Cipher implements RecordCipher {

    private static final int MAC_LENGTH = 32;
    private static final int HEAD_LENGTH = MAC_LENGTH + Aes.IV_LENGTH;
    private static final int BLOCK_LENGTH = 16;

    private final KeyBundle keys;
    private final SecureRandom random;

    Format6Cipher(KeyBundle keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public String seal(String cleartext) {
        return seal(cleartext.getBytes(UTF_8));
    }

    @Override
    public String open(String payload) throws BadRecordException {
        return Aes.text(openBytes(payload));
    }

    String seal(byte[] cleartext) {
        byte[] iv = Aes.newIv(random);
        byte[] ciphertext = Aes.encrypt(keys, iv, cleartext);
        byte[] mac = HmacSha256.mac(keys.hmacKey().bytes(), iv, ciphertext);
        byte[] sealed = Arrays.copyOf(mac, HEAD_LENGTH + ciphertext.length);
        System.arraycopy(iv, 0, sealed, MAC_LENGTH, Aes.IV_LENGTH);
        System.arraycopy(ciphertext, 0, sealed, HEAD_LENGTH, ciphertext.length);
        return Base64.getEncoder().encodeToString(sealed);
    }

    byte[] openBytes(String payload) throws BadRecordException {
        byte[] sealed = decode(payload);
        if (sealed.length < HEAD_LENGTH + BLOCK_LENGTH || sealed.length % BLOCK_LENGTH != 0) {
            throw new BadRecordException();
        }
        byte[] mac = Arrays.copyOf(sealed, MAC_LENGTH);
        byte[] rest = Arrays.copyOfRange(sealed, MAC_LENGTH, sealed.length);
        if (!ConstantTime.equal(HmacSha256.mac(keys.hmacKey().bytes(), rest), mac)) {
            throw new BadRecordException();
        }
        return Aes.decrypt(
                keys, Arrays.copyOf(rest, Aes.IV_LENGTH), Arrays.copyOfRange(rest, Aes.IV_LENGTH, rest.length));
    }

    private static byte[] decode(String payload) throws BadRecordException {
        try {
            return Base64.getDecoder().decode(payload);
        } catch (IllegalArgumentException malformed) {
            throw new BadRecordException();
        }
    }
}
