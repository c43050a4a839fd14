package org.sagrada.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recovery key as people write it down: Crockford's base32, which has no letters that look like digits, in groups of four, after a
 * leading {@code A} for this version.
 */
final class RecoveryKeyText {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final char VERSION = 'A';
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final int LOWEST = (1 << BITS) - 1;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 32;

    private RecoveryKeyText() {}

    static String format(byte[] key) {
        StringBuilder text = new StringBuilder().append(VERSION);
        int bits = 0;
        int held = 0;
        for (byte b : key) {
            held = (held << Byte.SIZE) | (b & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(DIGITS.charAt((held >> bits) & LOWEST));
            }
        }
        if (bits > 0) {
            text.append(DIGITS.charAt((held << (BITS - bits)) & LOWEST));
        }
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < text.length(); from += GROUP) {
            groups.add(text.substring(from, Math.min(from + GROUP, text.length())));
        }
        return String.join(" ", groups);
    }

    /**
     * Reads what somebody typed: blanks and dashes don't count, nor does case, and O, I and L are taken for the digits they look like.
     *
     * @throws RefusedException if it can't be a recovery key
     */
    static byte[] parse(String typed) {
        String text = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (text.isEmpty() || text.charAt(0) != VERSION || text.length() < 2) {
            throw notOne();
        }
        byte[] key = new byte[(text.length() - 1) * BITS / Byte.SIZE];
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw notOne();
        }
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char character : text.substring(1).toCharArray()) {
            int digit = DIGITS.indexOf(character);
            if (digit < 0) {
                throw notOne();
            }
            held = (held << BITS) | digit;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                key[at++] = (byte) (held >> bits);
            }
        }
        return key;
    }

    private static RefusedException notOne() {
        return new RefusedException("that isn't a recovery key: it begins with A and has 33 letters and digits");
    }
}
