package org.sagrada.model.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * scrypt (RFC 7914) with memory that is kept between computations: 128 bytes times block size times cost, which is what it costs an
 * attacker, and what a computation that begins with none has to get and to give back. Not for several threads at once.
 */
public final class Scrypt {

    private static final int CHUNK = 16;

    private final int cost;
    private final int parallelism;
    private final int words;
    private final int[] table;
    private final int[] mixed;

    /**
     * Takes the memory.
     *
     * @param cost N, a power of two above 1
     * @param blockSize r
     * @param parallelism p; here the lanes follow each other
     */
    public Scrypt(int cost, int blockSize, int parallelism) {
        if (cost < 2 || Integer.bitCount(cost) != 1 || blockSize < 1 || parallelism < 1) {
            throw new IllegalArgumentException("Not a cost of scrypt");
        }
        this.cost = cost;
        this.parallelism = parallelism;
        this.words = 2 * CHUNK * blockSize;
        this.table = new int[Math.multiplyExact(words, cost)];
        this.mixed = new int[words];
    }

    /** N. */
    public int cost() {
        return cost;
    }

    /** As many bytes as asked for; the memory holds nothing of them afterwards. */
    public byte[] derive(byte[] password, byte[] salt, int length) {
        byte[] lanes = pbkdf2(password, salt, parallelism * words * Integer.BYTES);
        int[] lane = new int[words];
        for (int i = 0; i < parallelism; i++) {
            ByteBuffer bytes = ByteBuffer.wrap(lanes, i * words * Integer.BYTES, words * Integer.BYTES);
            bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(lane);
            mix(lane);
            bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(lane);
        }
        byte[] derived = pbkdf2(password, lanes, length);
        Arrays.fill(lanes, (byte) 0);
        Arrays.fill(lane, 0);
        Arrays.fill(mixed, 0);
        Arrays.fill(table, 0);
        return derived;
    }

    /** PBKDF2 with HMAC-SHA-256 and one iteration (RFC 8018, 5.2). */
    private static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
        ByteBuffer derived = ByteBuffer.allocate(length);
        for (int number = 1; derived.hasRemaining(); number++) {
            byte[] part = HmacSha256.mac(
                    password,
                    salt,
                    ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
            derived.put(part, 0, Math.min(part.length, derived.remaining()));
        }
        return derived.array();
    }

    /** ROMix (RFC 7914, 5). */
    private void mix(int[] block) {
        for (int i = 0; i < cost; i += 2) {
            System.arraycopy(block, 0, table, i * words, words);
            mixChunks(block, mixed);
            System.arraycopy(mixed, 0, table, (i + 1) * words, words);
            mixChunks(mixed, block);
        }
        for (int i = 0; i < cost; i += 2) {
            addEntryNamedBy(block);
            mixChunks(block, mixed);
            addEntryNamedBy(mixed);
            mixChunks(mixed, block);
        }
    }

    /** Integerify, and what the table has there. */
    private void addEntryNamedBy(int[] block) {
        int from = (block[words - CHUNK] & (cost - 1)) * words;
        for (int i = 0; i < words; i++) {
            block[i] ^= table[from + i];
        }
    }

    /** BlockMix (RFC 7914, 4): even chunks to the first half, odd ones to the second. */
    private void mixChunks(int[] from, int[] to) {
        int before = words - CHUNK;
        int[] previous = from;
        for (int at = 0; at < words; at += 2 * CHUNK) {
            int even = at / 2;
            int odd = even + words / 2;
            salsa(previous, before, from, at, to, even);
            salsa(to, even, from, at + CHUNK, to, odd);
            previous = to;
            before = odd;
        }
    }

    /** Salsa20/8 of the exclusive or of two chunks (RFC 7914, 3). */
    private static void salsa(int[] a, int atA, int[] b, int atB, int[] to, int at) {
        int i0 = a[atA] ^ b[atB];
        int i1 = a[atA + 1] ^ b[atB + 1];
        int i2 = a[atA + 2] ^ b[atB + 2];
        int i3 = a[atA + 3] ^ b[atB + 3];
        int i4 = a[atA + 4] ^ b[atB + 4];
        int i5 = a[atA + 5] ^ b[atB + 5];
        int i6 = a[atA + 6] ^ b[atB + 6];
        int i7 = a[atA + 7] ^ b[atB + 7];
        int i8 = a[atA + 8] ^ b[atB + 8];
        int i9 = a[atA + 9] ^ b[atB + 9];
        int i10 = a[atA + 10] ^ b[atB + 10];
        int i11 = a[atA + 11] ^ b[atB + 11];
        int i12 = a[atA + 12] ^ b[atB + 12];
        int i13 = a[atA + 13] ^ b[atB + 13];
        int i14 = a[atA + 14] ^ b[atB + 14];
        int i15 = a[atA + 15] ^ b[atB + 15];
        int x0 = i0;
        int x1 = i1;
        int x2 = i2;
        int x3 = i3;
        int x4 = i4;
        int x5 = i5;
        int x6 = i6;
        int x7 = i7;
        int x8 = i8;
        int x9 = i9;
        int x10 = i10;
        int x11 = i11;
        int x12 = i12;
        int x13 = i13;
        int x14 = i14;
        int x15 = i15;
        for (int rounds = 8; rounds > 0; rounds -= 2) {
            x4 ^= Integer.rotateLeft(x0 + x12, 7);
            x8 ^= Integer.rotateLeft(x4 + x0, 9);
            x12 ^= Integer.rotateLeft(x8 + x4, 13);
            x0 ^= Integer.rotateLeft(x12 + x8, 18);
            x9 ^= Integer.rotateLeft(x5 + x1, 7);
            x13 ^= Integer.rotateLeft(x9 + x5, 9);
            x1 ^= Integer.rotateLeft(x13 + x9, 13);
            x5 ^= Integer.rotateLeft(x1 + x13, 18);
            x14 ^= Integer.rotateLeft(x10 + x6, 7);
            x2 ^= Integer.rotateLeft(x14 + x10, 9);
            x6 ^= Integer.rotateLeft(x2 + x14, 13);
            x10 ^= Integer.rotateLeft(x6 + x2, 18);
            x3 ^= Integer.rotateLeft(x15 + x11, 7);
            x7 ^= Integer.rotateLeft(x3 + x15, 9);
            x11 ^= Integer.rotateLeft(x7 + x3, 13);
            x15 ^= Integer.rotateLeft(x11 + x7, 18);
            x1 ^= Integer.rotateLeft(x0 + x3, 7);
            x2 ^= Integer.rotateLeft(x1 + x0, 9);
            x3 ^= Integer.rotateLeft(x2 + x1, 13);
            x0 ^= Integer.rotateLeft(x3 + x2, 18);
            x6 ^= Integer.rotateLeft(x5 + x4, 7);
            x7 ^= Integer.rotateLeft(x6 + x5, 9);
            x4 ^= Integer.rotateLeft(x7 + x6, 13);
            x5 ^= Integer.rotateLeft(x4 + x7, 18);
            x11 ^= Integer.rotateLeft(x10 + x9, 7);
            x8 ^= Integer.rotateLeft(x11 + x10, 9);
            x9 ^= Integer.rotateLeft(x8 + x11, 13);
            x10 ^= Integer.rotateLeft(x9 + x8, 18);
            x12 ^= Integer.rotateLeft(x15 + x14, 7);
            x13 ^= Integer.rotateLeft(x12 + x15, 9);
            x14 ^= Integer.rotateLeft(x13 + x12, 13);
            x15 ^= Integer.rotateLeft(x14 + x13, 18);
        }
        to[at] = x0 + i0;
        to[at + 1] = x1 + i1;
        to[at + 2] = x2 + i2;
        to[at + 3] = x3 + i3;
        to[at + 4] = x4 + i4;
        to[at + 5] = x5 + i5;
        to[at + 6] = x6 + i6;
        to[at + 7] = x7 + i7;
        to[at + 8] = x8 + i8;
        to[at + 9] = x9 + i9;
        to[at + 10] = x10 + i10;
        to[at + 11] = x11 + i11;
        to[at + 12] = x12 + i12;
        to[at + 13] = x13 + i13;
        to[at + 14] = x14 + i14;
        to[at + 15] = x15 + i15;
    }
}
