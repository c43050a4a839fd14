package org.sagrada.model.crypto;

import java.util.HexFormat;

/** Hexadecimal text, two digits for each byte (RFC 4648 section 8). */
public final class Hex {

    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    /** The bytes in lower-case digits. */
    public static String encode(byte[] bytes) {
        return LOWER.formatHex(bytes);
    }

    /**
     * Reads digits of either case.
     *
     * @throws MalformedEncodingException for an odd number of digits or anything but a digit
     */
    public static byte[] decode(String text) {
        try {
            return LOWER.parseHex(text);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedEncodingException("not pairs of hexadecimal digits");
        }
    }

    /**
     * Reads digits of lower case only, where the same bytes must have one spelling.
     *
     * @throws MalformedEncodingException for an odd number of digits, an upper-case digit or anything but a digit
     */
    public static byte[] decodeLower(String text) {
        byte[] bytes = decode(text);
        if (!encode(bytes).equals(text)) {
            throw new MalformedEncodingException("not lower-case hexadecimal digits");
        }
        return bytes;
    }
}
