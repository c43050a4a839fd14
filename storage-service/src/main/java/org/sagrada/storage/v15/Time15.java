package org.sagrada.storage.v15;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Times of 1.5: decimal seconds in texts, hundredths of a second inside. No binary fraction ever holds one. */
final class Time15 {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}(\\.[0-9]{0,9})?");

    private Time15() {}

    /** A version with exactly two decimals. */
    static String text(long version) {
        var hundredths = version % 100;
        return version / 100 + (hundredths < 10 ? ".0" : ".") + hundredths;
    }

    /** Reads a time that is not negative, cut down to hundredths; empty when it is none. */
    static OptionalLong parse(String text) {
        return parse(text, RoundingMode.FLOOR);
    }

    /** Reads a time that is not negative, rounded up to hundredths; empty when it is none. */
    static OptionalLong parseUpwards(String text) {
        return parse(text, RoundingMode.CEILING);
    }

    private static OptionalLong parse(String text, RoundingMode rounding) {
        if (!FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                new BigDecimal(text).movePointRight(2).setScale(0, rounding).longValueExact());
    }
}
