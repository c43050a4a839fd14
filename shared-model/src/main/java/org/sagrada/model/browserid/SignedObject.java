package org.sagrada.model.browserid;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;

/** A signed JSON object in compact form, {@code header.payload.signature} (RFC 7515 section 7.1). */
final class SignedObject {

    private final String algorithm;
    private final Map<String, Object> payload;
    private final byte[] message;
    private final byte[] signature;

    private SignedObject(String algorithm, Map<String, Object> payload, byte[] message, byte[] signature) {
        this.algorithm = algorithm;
        this.payload = payload;
        this.message = message;
        this.signature = signature;
    }

    /** Signs a payload and writes the compact form. */
    static String sign(Map<String, Object> payload, SigningKey key) {
        String header = part(Map.of("alg", key.verifyingKey().algorithm()));
        String message = header + "." + part(payload);
        return message + "." + Base64Url.encode(key.sign(message.getBytes(US_ASCII)));
    }

    /** Reads the compact form and believes nothing of it yet. */
    static SignedObject parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedBrowserIdException("a signed object has three parts, this one has " + parts.length);
        }
        String algorithm = new Members(object(parts[0])).text("alg");
        byte[] message = text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII);
        return new SignedObject(algorithm, object(parts[1]), message, bytes(parts[2]));
    }

    Map<String, Object> payload() {
        return payload;
    }

    /** Whether this key signed it and the label says so: the label alone never chooses how to verify. */
    boolean isSignedBy(VerifyingKey key) {
        return algorithm.equals(key.algorithm()) && key.verifies(message, signature);
    }

    private static String part(Map<String, Object> json) {
        return Base64Url.encode(JSONObjectUtils.toJSONString(json).getBytes(UTF_8));
    }

    private static Map<String, Object> object(String part) {
        try {
            return Members.parse(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(part))).toString());
        } catch (CharacterCodingException malformed) {
            throw new MalformedBrowserIdException("a part of the signed object isn't UTF-8");
        }
    }

    private static byte[] bytes(String part) {
        try {
            return Base64Url.decode(part);
        } catch (MalformedEncodingException malformed) {
            throw new MalformedBrowserIdException("a part of the signed object isn't base64url");
        }
    }
}
