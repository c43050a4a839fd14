package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Map;

/** An RSA key with its secret exponent. */
record RsaSigningKey(RsaVerifyingKey verifyingKey, BigInteger d) implements SigningKey {

    RsaSigningKey {
        if (d.signum() <= 0 || d.compareTo(verifyingKey.n()) >= 0) {
            throw new MalformedBrowserIdException("not the secret half of an RSA key");
        }
    }

    static RsaSigningKey generate(int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
            KeyPair pair = generator.generateKeyPair();
            RSAPublicKey open = (RSAPublicKey) pair.getPublic();
            return new RsaSigningKey(
                    new RsaVerifyingKey(open.getModulus(), open.getPublicExponent()),
                    ((RSAPrivateKey) pair.getPrivate()).getPrivateExponent());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform makes RSA keys", missing);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(verifyingKey.n(), d)));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the RSA key can't sign", unusable);
        }
    }

    @Override
    public Map<String, Object> toSecretJson() {
        Map<String, Object> json = verifyingKey.toJson();
        json.put("d", d.toString());
        return json;
    }

    @Override
    public String toString() {
        return "RsaSigningKey[" + verifyingKey.bits() + " bits]";
    }
}
