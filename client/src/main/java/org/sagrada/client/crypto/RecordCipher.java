package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.HmacSha256;

/**
 * Seals and opens records in storage format 5: AES-256-CBC, and HMAC-SHA256 over the ciphertext's base64 text. The payload is
 * the JSON of {@code ciphertext}, {@code IV} (both base64) and {@code hmac} (hexadecimal).
 */
public final class RecordCipher {

    private static final int IV_LENGTH = 16;

    private final KeyBundle keys;
    private final SecureRandom random;

    public RecordCipher(KeyBundle keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Seals a text with a fresh IV. */
    public String seal(String cleartext) {
        byte[] iv = new byte[IV_LENGTH];
        random.nextBytes(iv);
        return seal(cleartext, iv);
    }

    String seal(String cleartext, byte[] iv) {
        byte[] ciphertext;
        try {
            ciphertext = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(cleartext.getBytes(UTF_8));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("every Java platform has AES-CBC", unusable);
        }
        String text = Base64.getEncoder().encodeToString(ciphertext);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("ciphertext", text);
        payload.put("IV", Base64.getEncoder().encodeToString(iv));
        payload.put("hmac", Hex.encode(hmac(text)));
        return Json.format(payload);
    }

    /** Seals the tombstone of a record: all that other devices need to know of its deletion. */
    public String sealTombstone(String id) {
        Map<String, Object> tombstone = new LinkedHashMap<>();
        tombstone.put("id", id);
        tombstone.put("deleted", true);
        return seal(Json.format(tombstone));
    }

    /**
     * Opens a payload; nothing is decrypted unless its code is right.
     *
     * @throws BadRecordException for every reason there may be
     */
    public String open(String payload) throws BadRecordException {
        try {
            Json json = Json.parse(payload);
            String ciphertext = json.text("ciphertext");
            if (!ConstantTime.equal(hmac(ciphertext), Hex.decode(json.text("hmac")))) {
                throw new BadRecordException();
            }
            byte[] cleartext = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(json.text("IV")))
                    .doFinal(Base64.getDecoder().decode(ciphertext));
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(cleartext)).toString();
        } catch (UnexpectedAnswerException
                | IllegalArgumentException
                | GeneralSecurityException
                | CharacterCodingException refused) {
            throw new BadRecordException();
        }
    }

    /**
     * Opens the payload of a record and makes sure that it is that record's, since nothing else binds a ciphertext to its place.
     *
     * @param id as the cleartext has it
     * @throws BadRecordException for every reason there may be
     */
    public Json open(String id, String payload) throws BadRecordException {
        try {
            Json cleartext = Json.parse(open(payload));
            if (!id.equals(cleartext.textOrNull("id"))) {
                throw new BadRecordException();
            }
            return cleartext;
        } catch (UnexpectedAnswerException malformed) {
            throw new BadRecordException();
        }
    }

    private byte[] hmac(String ciphertext) {
        return HmacSha256.mac(keys.hmacKey().bytes(), ciphertext.getBytes(UTF_8));
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(keys.encryptionKey().bytes(), "AES"), new IvParameterSpec(iv));
        return cipher;
    }
}
