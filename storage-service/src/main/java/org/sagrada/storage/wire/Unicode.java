package org.sagrada.storage.wire;

import java.nio.charset.StandardCharsets;

/** What of Unicode a record can hold: everything but NUL and halves of surrogate pairs, which UTF-8 in PostgreSQL has not. */
public final class Unicode {

    private Unicode() {}

    /** Whether every character can be stored. */
    public static boolean isStorable(String text) {
        return utf8Length(text) >= 0;
    }

    /** How many bytes a text has in UTF-8, or -1 when it can't be stored. */
    public static int utf8Length(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        // Ciphertext is ASCII throughout, and then reads the same as Latin-1: the platform compares many characters at
        // a time.
        var ascii = encoded.length == text.length()
                && text.indexOf(0) < 0
                && new String(encoded, StandardCharsets.ISO_8859_1).equals(text);
        return ascii ? encoded.length : counted(text);
    }

    private static int counted(String text) {
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return -1;
            } else if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                return -1;
            }
        }
        return length;
    }
}
