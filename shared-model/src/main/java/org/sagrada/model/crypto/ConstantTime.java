package org.sagrada.model.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Comparison of secrets in a time that tells nothing about where they differ. */
public final class ConstantTime {

    private ConstantTime() {}

    /** Whether both hold the same bytes; only a difference in length may show in the time taken. */
    public static boolean equal(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }

    /** Whether both are the same text, compared as UTF-8. */
    public static boolean equal(String expected, String given) {
        return equal(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
