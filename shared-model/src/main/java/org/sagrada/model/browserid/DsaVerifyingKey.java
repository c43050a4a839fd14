package org.sagrada.model.browserid;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.sagrada.model.crypto.Base64Url;

/** A DSA key (FIPS 186-4, BrowserID "DS"). Its signatures are r and s side by side, each as long as q. */
record DsaVerifyingKey(BigInteger p, BigInteger q, BigInteger g, BigInteger y) implements VerifyingKey {

    DsaVerifyingKey {
        DsaSize.of(p, q);
        boolean odd = p.testBit(0) && q.testBit(0);
        if (!odd || !isElement(g, p) || !isElement(y, p)) {
            throw new MalformedBrowserIdException("not a DSA key");
        }
    }

    private static boolean isElement(BigInteger number, BigInteger p) {
        return number.compareTo(BigInteger.ONE) > 0 && number.compareTo(p) < 0;
    }

    @Override
    public String algorithm() {
        return size().label();
    }

    private DsaSize size() {
        return DsaSize.of(p, q);
    }

    @Override
    public int bits() {
        return p.bitLength();
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        DsaSize size = size();
        int half = size.subgroupBytes();
        if (signature.length > 2 * half) {
            return false;
        }
        // Signers in JavaScript drop the zero bytes that r begins with.
        byte[] padded = new byte[2 * half];
        System.arraycopy(signature, 0, padded, padded.length - signature.length, signature.length);
        DSASigner signer = new DSASigner();
        signer.init(false, new DSAPublicKeyParameters(y, size.parameters(p, q, g)));
        return signer.verifySignature(
                size.hash(message), Numbers.read(padded, 0, half), Numbers.read(padded, half, half));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("algorithm", "DS");
        json.put("y", y.toString(16));
        json.put("p", p.toString(16));
        json.put("q", q.toString(16));
        json.put("g", g.toString(16));
        return json;
    }

    @Override
    public Map<String, Object> toJwk() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kty", "DSA");
        json.put("y", Base64Url.encode(Numbers.unsigned(y)));
        json.put("p", Base64Url.encode(Numbers.unsigned(p)));
        json.put("q", Base64Url.encode(Numbers.unsigned(q)));
        json.put("g", Base64Url.encode(Numbers.unsigned(g)));
        return json;
    }
}
