package org.sagrada.pidp.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.UserAgent;

/**
 * What a request says about who sends it.
 *
 * @param address as limits count it
 * @param userAgent empty when there is none
 * @param locale a language tag such as {@code de-AT}; null when none is asked for
 */
record Client(String address, String userAgent, @Nullable String locale) {

    private static final int LONGEST_LOCALE = 35;

    static Client of(HttpServletRequest request) {
        return new Client(ClientAddress.of(request), UserAgent.of(request), locale(request));
    }

    private static @Nullable String locale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return null;
        }
        var tag = request.getLocale().toLanguageTag();
        return tag.length() > LONGEST_LOCALE || tag.equals(Locale.ROOT.toLanguageTag()) ? null : tag;
    }
}
