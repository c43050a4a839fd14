package org.sagrada.token.credential;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.MalformedEncodingException;
import org.sagrada.token.refusal.Refusal;

/**
 * The {@code X-KeyID} header beside an OAuth token: when the keys changed, and what stands for them.
 *
 * @param keysChangedAt in ms; 0 if unknown
 * @param clientState in hexadecimal
 */
record KeyIdHeader(long keysChangedAt, String clientState) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final int MOST_BYTES = 16;

    static KeyIdHeader parse(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw missing("Missing X-KeyID header").toException();
        }
        if (!VISIBLE.matcher(header).matches()) {
            throw missing("Invalid X-KeyID header").toException();
        }
        int dash = header.indexOf('-');
        if (dash < 0 || !NUMBER.matcher(header.substring(0, dash)).matches()) {
            throw malformed("no number before a dash").toException();
        }
        return new KeyIdHeader(number(header.substring(0, dash)), clientState(header.substring(dash + 1)));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw malformed("a number that is too large").toException();
        }
    }

    private static String clientState(String encoded) {
        byte[] bytes;
        try {
            bytes = Base64Url.decode(encoded);
        } catch (MalformedEncodingException malformed) {
            throw malformed("its second part isn't base64").toException();
        }
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw ClientState.invalid(bytes.length + " bytes").toException();
        }
        return Hex.encode(bytes);
    }

    private static Refusal missing(String description) {
        return Refusal.unauthorized("invalid-key-id", "header", "", description, "key-id-missing", description);
    }

    private static Refusal malformed(String detail) {
        return Refusal.unauthorized("invalid-credentials", "key-id-form", detail);
    }
}
