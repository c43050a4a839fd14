package org.sagrada.pidp.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about who sends it.
 *
 * @param userAgent printable, at most 255 characters; empty when there is none
 * @param locale a language tag such as {@code de-AT}; null when none is asked for
 */
record Client(String userAgent, @Nullable String locale) {

    private static final int LONGEST = 255;

    static Client of(HttpServletRequest request) {
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var printable = agent.replaceAll("[^\\x20-\\x7e]", "?");
        return new Client(printable.substring(0, Math.min(LONGEST, printable.length())), locale(request));
    }

    private static @Nullable String locale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return null;
        }
        var tag = request.getLocale().toLanguageTag();
        return tag.length() > 35 || tag.equals(Locale.ROOT.toLanguageTag()) ? null : tag;
    }
}
