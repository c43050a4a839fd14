package org.sagrada.client.crypto;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sagrada.model.crypto.Hex;

/** Not random at all: hands out the vectors' bytes, in order. */
final class FixedRandom extends SecureRandom {

    private final Deque<byte[]> values = new ArrayDeque<>();

    FixedRandom(String... hex) {
        List.of(hex).forEach(digits -> values.add(Hex.decode(digits)));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        System.arraycopy(values.remove(), 0, bytes, 0, bytes.length);
    }
}
