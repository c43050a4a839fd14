package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Map;

/**
 * An RSA key with its secret exponent. The factors of the modulus are worked out once from the exponents (NIST SP 800-56B,
 * appendix C), since signing with them takes a third of the time.
 */
final class RsaSigningKey implements SigningKey {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final int MOST_BASES = 100;

    private final RsaVerifyingKey verifyingKey;
    private final BigInteger d;
    private final PrivateKey privateKey;

    RsaSigningKey(RsaVerifyingKey verifyingKey, BigInteger d) {
        if (d.signum() <= 0 || d.compareTo(verifyingKey.n()) >= 0) {
            throw new MalformedBrowserIdException("not the secret half of an RSA key");
        }
        this.verifyingKey = verifyingKey;
        this.d = d;
        this.privateKey = privateKey(verifyingKey.n(), verifyingKey.e(), d);
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
    public RsaVerifyingKey verifyingKey() {
        return verifyingKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(privateKey);
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
    public boolean equals(Object other) {
        return other instanceof RsaSigningKey key && verifyingKey.equals(key.verifyingKey) && d.equals(key.d);
    }

    @Override
    public int hashCode() {
        return verifyingKey.hashCode();
    }

    @Override
    public String toString() {
        return "RsaSigningKey[" + verifyingKey.bits() + " bits]";
    }

    private static PrivateKey privateKey(BigInteger n, BigInteger e, BigInteger d) {
        BigInteger p = factor(n, e, d);
        BigInteger q = n.divide(p);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            n,
                            e,
                            d,
                            p,
                            q,
                            d.mod(p.subtract(BigInteger.ONE)),
                            d.mod(q.subtract(BigInteger.ONE)),
                            q.modInverse(p)));
        } catch (GeneralSecurityException | ArithmeticException unusable) {
            throw new MalformedBrowserIdException("not the secret half of an RSA key");
        }
    }

    /** One prime factor of n: a square root of 1 that is neither 1 nor -1 has a factor in common with n next to it. */
    private static BigInteger factor(BigInteger n, BigInteger e, BigInteger d) {
        BigInteger multiple = e.multiply(d).subtract(BigInteger.ONE);
        int twos = multiple.getLowestSetBit();
        if (twos > 0) {
            BigInteger odd = multiple.shiftRight(twos);
            BigInteger minusOne = n.subtract(BigInteger.ONE);
            for (int i = 0; i < MOST_BASES; i++) {
                BigInteger x = TWO.add(BigInteger.valueOf(i)).modPow(odd, n);
                for (int j = 0; j < twos && !x.equals(BigInteger.ONE) && !x.equals(minusOne); j++) {
                    BigInteger square = x.modPow(TWO, n);
                    if (square.equals(BigInteger.ONE)) {
                        return x.subtract(BigInteger.ONE).gcd(n);
                    }
                    x = square;
                }
            }
        }
        throw new MalformedBrowserIdException("not the secret half of an RSA key");
    }
}
