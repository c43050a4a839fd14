package org.sagrada.model.crypto;

import java.util.Base64;

/**
 * Base64 in the URL-safe alphabet (RFC 4648 section 5). Each sequence of bytes has exactly one spelling that is read
 * back: stray padding, white space and set bits behind the last byte are refused.
 */
public final class Base64Url {

    private static final Base64.Encoder BARE = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Encoder PADDED = Base64.getUrlEncoder();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** The bytes without padding, as JOSE and BrowserID write them. */
    public static String encode(byte[] bytes) {
        return BARE.encodeToString(bytes);
    }

    /** The bytes with {@code =} padding, as tokens write them. */
    public static String encodePadded(byte[] bytes) {
        return PADDED.encodeToString(bytes);
    }

    /**
     * Reads text that has no padding.
     *
     * @throws MalformedEncodingException for padding or any other spelling {@link #encode} doesn't write
     */
    public static byte[] decode(String text) {
        return decode(text, BARE);
    }

    /**
     * Reads text that is padded to a multiple of four characters.
     *
     * @throws MalformedEncodingException for missing padding or any other spelling {@link #encodePadded} doesn't write
     */
    public static byte[] decodePadded(String text) {
        return decode(text, PADDED);
    }

    private static byte[] decode(String text, Base64.Encoder onlySpelling) {
        byte[] bytes;
        try {
            bytes = DECODER.decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedEncodingException("not URL-safe base64");
        }
        if (!onlySpelling.encodeToString(bytes).equals(text)) {
            throw new MalformedEncodingException("not the canonical URL-safe base64 of any bytes");
        }
        return bytes;
    }
}
