package org.sagrada.loadtest.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.VerifyingKey;
import org.sagrada.model.crypto.Base64Url;

/** Something that was signed with RSA, taken apart beforehand, so that nothing but the arithmetic is left to do. */
final class Signed {

    private final byte[] content;
    private final byte[] signature;
    private final PublicKey key;

    private Signed(byte[] content, byte[] signature, PublicKey key) {
        this.content = content;
        this.signature = signature;
        this.key = key;
    }

    /** A compact JWS. */
    static Signed of(String compact, VerifyingKey key) {
        var last = compact.lastIndexOf('.');
        return new Signed(
                compact.substring(0, last).getBytes(US_ASCII), Base64Url.decode(compact.substring(last + 1)), jca(key));
    }

    /** Verifies as the Java platform does. */
    boolean verifies() throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(content);
        return verifier.verify(signature);
    }

    private static PublicKey jca(VerifyingKey key) {
        var jwk = key.toJwk();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of our own making", e);
        }
    }

    private static BigInteger number(@Nullable Object text) {
        return new BigInteger(1, Base64Url.decode(String.valueOf(text)));
    }
}
