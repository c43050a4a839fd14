package org.sagrada.model.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Sha256;

/**
 * How a record whose id only SyncStorage 1.5 allows (1 to 64 printable ASCII characters) is named under 2.0 (1 to 64
 * of {@code A-Z a-z 0-9 _ -}). A client maps at its 2.0 edge and nowhere else; servers never do, and an id inside an
 * encrypted payload is always that of 1.5.
 *
 * <p>An id that 2.0 allows stays, unless it begins with {@code --}, which marks the mapped ones. Others have each
 * character but letters, digits and the hyphen written as {@code _} and two hexadecimal digits, or, where that is too
 * long, become {@code --_x} and their hash.
 */
public final class RecordIdMapping {

    private static final int LONGEST = 64;
    private static final String MARK = "--";
    private static final String HASH_MARK = "--_x";
    private static final Pattern LEGAL_15 = Pattern.compile("[ -~]{1,64}");
    private static final Pattern LEGAL_20 = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HASHED = Pattern.compile(HASH_MARK + "[A-Za-z0-9_-]{43}");

    private RecordIdMapping() {}

    /** What a 2.0 id stands for. */
    public sealed interface Origin {

        /** The record's 1.5 id. */
        record Known(String id) implements Origin {}

        /** The 1.5 id is only in the cleartext: take it from there, map it, and compare. */
        record Hashed() implements Origin {}

        /** No mapping of any 1.5 id: it is what it is under 2.0, and has no place under 1.5. */
        record Foreign() implements Origin {}
    }

    /**
     * The 2.0 id of a 1.5 id.
     *
     * @throws IllegalArgumentException if 1.5 doesn't allow the id
     */
    public static String toV20(String id) {
        if (!LEGAL_15.matcher(id).matches()) {
            throw new IllegalArgumentException("not 1 to 64 printable ASCII characters");
        }
        if (LEGAL_20.matcher(id).matches() && !id.startsWith(MARK)) {
            return id;
        }
        String escaped = escape(id);
        return escaped.length() <= LONGEST ? escaped : HASH_MARK + Base64Url.encode(Sha256.hash(id.getBytes(US_ASCII)));
    }

    /**
     * What a 2.0 id stands for.
     *
     * @throws IllegalArgumentException if 2.0 doesn't allow the id
     */
    public static Origin toV15(String id) {
        if (!LEGAL_20.matcher(id).matches()) {
            throw new IllegalArgumentException("not 1 to 64 characters of the URL-safe base64 alphabet");
        }
        if (!id.startsWith(MARK)) {
            return new Origin.Known(id);
        }
        if (HASHED.matcher(id).matches()) {
            return new Origin.Hashed();
        }
        String unescaped = unescape(id);
        boolean ours = LEGAL_15.matcher(unescaped).matches() && toV20(unescaped).equals(id);
        return ours ? new Origin.Known(unescaped) : new Origin.Foreign();
    }

    private static String escape(String id) {
        StringBuilder escaped = new StringBuilder(MARK);
        for (int at = 0; at < id.length(); at++) {
            char character = id.charAt(at);
            if (isPlain(character)) {
                escaped.append(character);
            } else {
                escaped.append('_').append(Character.forDigit(character >> 4, 16));
                escaped.append(Character.forDigit(character & 15, 16));
            }
        }
        return escaped.toString();
    }

    /** Undoes the escapes as far as they can be read; mapping the result again shows whether they could. */
    private static String unescape(String id) {
        StringBuilder text = new StringBuilder();
        for (int at = MARK.length(); at < id.length(); at++) {
            if (id.charAt(at) == '_' && at + 2 < id.length()) {
                int high = Character.digit(id.charAt(at + 1), 16);
                int low = Character.digit(id.charAt(at + 2), 16);
                text.append((char) (high * 16 + low));
                at += 2;
            } else {
                text.append(id.charAt(at));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-';
    }
}
