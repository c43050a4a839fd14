package org.sagrada.client.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.HmacSha256;

/**
 * Storage format 5: AES-256-CBC, and HMAC-SHA256 over the ciphertext's base64 text. The payload is
 * the JSON of {@code ciphertext}, {@code IV} (both base64) and {@code hmac} (hexadecimal).
 */
final class Format5Cipher implements RecordCipher {

    private final KeyBundle keys;
    private final SecureRandom random;

    Format5Cipher(KeyBundle keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public String seal(String cleartext) {
        byte[] iv = Aes.newIv(random);
        byte[] ciphertext = Aes.encrypt(keys, iv, cleartext.getBytes(UTF_8));
        String text = Base64.getEncoder().encodeToString(ciphertext);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("ciphertext", text);
        payload.put("IV", Base64.getEncoder().encodeToString(iv));
        payload.put("hmac", Hex.encode(hmac(text)));
        return Json.format(payload);
    }

    @Override
    public String open(String payload) throws BadRecordException {
        try {
            Json json = Json.parse(payload);
            String ciphertext = json.text("ciphertext");
            if (!ConstantTime.equal(hmac(ciphertext), Hex.decode(json.text("hmac")))) {
                throw new BadRecordException();
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return Aes.text(Aes.decrypt(keys, base64.decode(json.text("IV")), base64.decode(ciphertext)));
        } catch (UnexpectedAnswerException | IllegalArgumentException refused) {
            throw new BadRecordException();
        }
    }

    private byte[] hmac(String ciphertext) {
        return HmacSha256.mac(keys.hmacKey().bytes(), ciphertext.getBytes(UTF_8));
    }
}
