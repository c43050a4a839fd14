package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;

/** An RSA key that verifies PKCS#1 v1.5 signatures over SHA-256, whatever its size (RFC 8017, BrowserID "RS"). */
record RsaVerifyingKey(BigInteger n, BigInteger e) implements VerifyingKey {

    private static final int LONGEST_EXPONENT_BITS = 64;

    RsaVerifyingKey {
        algorithm(n.bitLength());
        if (!n.testBit(0) || !e.testBit(0) || e.bitLength() < 2 || e.bitLength() > LONGEST_EXPONENT_BITS) {
            throw new MalformedBrowserIdException("not an RSA key");
        }
    }

    @Override
    public String algorithm() {
        return algorithm(n.bitLength());
    }

    private static String algorithm(int bits) {
        // A modulus may begin with a few zero bits; its length in bytes is what the size means.
        int bytes = (bits + 7) / 8;
        return switch (bytes) {
            case 64 -> "RS64";
            case 128 -> "RS128";
            default -> {
                if (bytes < 256 || bytes > 512) {
                    throw new MalformedBrowserIdException("an RSA key of " + bits + " bits has no label");
                }
                yield "RS256";
            }
        };
    }

    @Override
    public int bits() {
        return n.bitLength();
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException unusable) {
            // The platform refuses keys that the checks above let pass; nothing is signed by such a key.
            return false;
        }
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("algorithm", "RS");
        json.put("n", n.toString());
        json.put("e", e.toString());
        return json;
    }

    @Override
    public Map<String, Object> toJwk() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kty", "RSA");
        json.put("n", Base64Url.encode(Numbers.unsigned(n)));
        json.put("e", Base64Url.encode(Numbers.unsigned(e)));
        return json;
    }
}
