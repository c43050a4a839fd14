package org.sagrada.model.browserid;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** Big numbers as bytes, big endian, without a sign. */
final class Numbers {

    private Numbers() {}

    static byte[] unsigned(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(number);
    }

    static byte[] unsigned(int length, BigInteger number) {
        return BigIntegers.asUnsignedByteArray(length, number);
    }

    static BigInteger read(byte[] bytes, int from, int length) {
        return BigIntegers.fromUnsignedByteArray(bytes, from, length);
    }
}
