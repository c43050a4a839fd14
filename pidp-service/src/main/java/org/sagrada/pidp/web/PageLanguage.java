package org.sagrada.pidp.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages there are, and which one a request gets: the one chosen on the page, else the browser's. */
enum PageLanguage {
    ENGLISH("en"),
    GERMAN("de");

    private static final String COOKIE = "sagrada_lang";

    private final String tag;

    PageLanguage(String tag) {
        this.tag = tag;
    }

    /** As the attribute {@code lang} and the file of texts name it. */
    String tag() {
        return tag;
    }

    static PageLanguage of(HttpServletRequest request) {
        return Stream.concat(chosen(request).stream(), preferred(request).stream())
                .flatMap(tag -> named(tag).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> cookie.getValue())
                        .findFirst();
    }

    private static List<String> preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return List.of();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .toList();
    }

    private static Optional<PageLanguage> named(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
