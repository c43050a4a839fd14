package org.sagrada.model.browserid;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;

/** The members of a JSON object, each read as one type and no other. */
final class Members {

    /** Enough for 4096 bits in decimal; longer text would only cost time to read. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,1234}");

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,1024}");

    private final Map<String, Object> members;

    Members(Map<String, Object> members) {
        this.members = members;
    }

    /** Reads the text of one JSON object. */
    static Map<String, Object> parse(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException notAnObject) {
            throw new MalformedBrowserIdException("not a JSON object");
        }
    }

    @Nullable
    Object get(String name) {
        return members.get(name);
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedBrowserIdException("'" + name + "' is missing or not a string");
    }

    @SuppressWarnings("unchecked") // JSON object members have string names
    Map<String, Object> object(String name) {
        if (members.get(name) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new MalformedBrowserIdException("'" + name + "' is missing or not an object");
    }

    /** A time in milliseconds since 1970. */
    Instant time(String name) {
        if (members.get(name) instanceof Long milliseconds) {
            try {
                return Instant.ofEpochMilli(milliseconds);
            } catch (DateTimeException outOfRange) {
                throw new MalformedBrowserIdException("'" + name + "' is out of range");
            }
        }
        throw new MalformedBrowserIdException("'" + name + "' is missing or not a whole number of milliseconds");
    }

    @Nullable
    Instant timeIfPresent(String name) {
        return members.containsKey(name) ? time(name) : null;
    }

    BigInteger decimal(String name) {
        return number(name, DECIMAL, 10);
    }

    BigInteger hex(String name) {
        return number(name, HEX, 16);
    }

    BigInteger base64Url(String name) {
        String text = text(name);
        if (text.length() > 1024) {
            throw new MalformedBrowserIdException("'" + name + "' is too long");
        }
        try {
            return new BigInteger(1, Base64Url.decode(text));
        } catch (MalformedEncodingException malformed) {
            throw new MalformedBrowserIdException("'" + name + "' is not base64url");
        }
    }

    private BigInteger number(String name, Pattern form, int radix) {
        String text = text(name);
        if (!form.matcher(text).matches()) {
            throw new MalformedBrowserIdException("'" + name + "' is not a number in base " + radix);
        }
        return new BigInteger(text, radix);
    }
}
