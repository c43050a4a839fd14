package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;

/** Both halves of a BrowserID key. Its text form says nothing of the secret one. */
public sealed interface SigningKey permits RsaSigningKey, DsaSigningKey {

    /** The half to publish. */
    VerifyingKey verifyingKey();

    /** Signs the bytes; {@link VerifyingKey#algorithm()} is the label of the result. */
    byte[] sign(byte[] message);

    /** The public key's own form with the secret member added, {@code d} (RS) or {@code x} (DS). To be kept secret. */
    Map<String, Object> toSecretJson();

    /**
     * Makes an RSA key with the public exponent 65537.
     *
     * @param bits 2048 to 4096, a multiple of 8
     */
    static SigningKey generateRsa(int bits, SecureRandom random) {
        if (bits < 2048 || bits > 4096 || bits % 8 != 0) {
            throw new IllegalArgumentException("an RSA key has 2048 to 4096 bits, not " + bits);
        }
        return RsaSigningKey.generate(bits, random);
    }

    /** Makes a DSA key of 1024 bits ("DS128"), as browsers did. Fast, and good for as long as a certificate lives. */
    static SigningKey generateDs128(SecureRandom random) {
        return DsaGroup.DS128.generate(random);
    }

    /** Makes a DSA key of 2048 bits ("DS256"). */
    static SigningKey generateDs256(SecureRandom random) {
        return DsaGroup.DS256.generate(random);
    }

    /**
     * Reads what {@link #toSecretJson()} writes.
     *
     * @throws MalformedBrowserIdException for an unknown algorithm, a size without a label, numbers out of range
     */
    static SigningKey parse(Map<String, Object> json) {
        Members members = new Members(json);
        VerifyingKey key = VerifyingKey.parse(json);
        if (key instanceof RsaVerifyingKey rsa) {
            BigInteger d = json.containsKey("kty") ? members.base64Url("d") : members.decimal("d");
            return new RsaSigningKey(rsa, d);
        }
        BigInteger x = json.containsKey("kty") ? members.base64Url("x") : members.hex("x");
        return new DsaSigningKey((DsaVerifyingKey) key, x);
    }
}
