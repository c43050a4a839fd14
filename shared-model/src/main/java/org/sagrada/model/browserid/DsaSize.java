package org.sagrada.model.browserid;

import java.math.BigInteger;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.DSAParameters;

/** The two sizes of DSA keys that BrowserID knows; each comes with its own hash. */
enum DsaSize {
    DS128(1024, 160),
    DS256(2048, 256);

    private final int modulusBits;
    private final int subgroupBits;

    DsaSize(int modulusBits, int subgroupBits) {
        this.modulusBits = modulusBits;
        this.subgroupBits = subgroupBits;
    }

    static DsaSize of(BigInteger p, BigInteger q) {
        for (DsaSize size : values()) {
            if (p.bitLength() == size.modulusBits && q.bitLength() == size.subgroupBits) {
                return size;
            }
        }
        throw new MalformedBrowserIdException(
                "a DSA key of " + p.bitLength() + " and " + q.bitLength() + " bits has no label");
    }

    String label() {
        return name();
    }

    int subgroupBytes() {
        return subgroupBits / 8;
    }

    byte[] hash(byte[] message) {
        Digest digest = digest();
        digest.update(message, 0, message.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    Digest digest() {
        return switch (this) {
            case DS128 -> new SHA1Digest();
            case DS256 -> SHA256Digest.newInstance();
        };
    }

    DSAParameters parameters(BigInteger p, BigInteger q, BigInteger g) {
        return new DSAParameters(p, q, g);
    }
}
