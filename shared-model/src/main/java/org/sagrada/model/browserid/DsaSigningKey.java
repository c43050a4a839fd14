package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** A DSA key with its secret exponent. Signatures are deterministic (RFC 6979): no bad random number can give it away. */
record DsaSigningKey(DsaVerifyingKey verifyingKey, BigInteger x) implements SigningKey {

    DsaSigningKey {
        if (x.signum() <= 0 || x.compareTo(verifyingKey.q()) >= 0) {
            throw new MalformedBrowserIdException("not the secret half of a DSA key");
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        DsaSize size = DsaSize.of(verifyingKey.p(), verifyingKey.q());
        DSASigner signer = new DSASigner(new HMacDSAKCalculator(size.digest()));
        signer.init(
                true,
                new DSAPrivateKeyParameters(x, size.parameters(verifyingKey.p(), verifyingKey.q(), verifyingKey.g())));
        BigInteger[] pair = signer.generateSignature(size.hash(message));
        int half = size.subgroupBytes();
        byte[] signature = new byte[2 * half];
        System.arraycopy(Numbers.unsigned(half, pair[0]), 0, signature, 0, half);
        System.arraycopy(Numbers.unsigned(half, pair[1]), 0, signature, half, half);
        return signature;
    }

    @Override
    public Map<String, Object> toSecretJson() {
        Map<String, Object> json = verifyingKey.toJson();
        json.put("x", x.toString(16));
        return json;
    }

    @Override
    public String toString() {
        return "DsaSigningKey[" + verifyingKey.algorithm() + "]";
    }
}
