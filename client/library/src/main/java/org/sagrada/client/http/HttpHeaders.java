package org.sagrada.client.http;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The headers of an answer, found in any case. Of several with one name the first counts. */
public final class HttpHeaders {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private HttpHeaders(Map<String, String> headers) {
        this.headers.putAll(headers);
    }

    /** Headers by name. */
    public static HttpHeaders of(Map<String, String> headers) {
        return new HttpHeaders(headers);
    }

    /** The value of a header. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The value of a header that holds a whole number; empty too if it doesn't. */
    public OptionalLong number(String name) {
        return whole(headers.getOrDefault(name, ""));
    }

    /** What is before the point of a header that holds a decimal number; empty too if it doesn't. */
    public OptionalLong wholePart(String name) {
        String text = headers.getOrDefault(name, "");
        int point = text.indexOf('.');
        return whole(point < 0 ? text : text.substring(0, point));
    }

    private static OptionalLong whole(String text) {
        boolean whole = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return "HttpHeaders" + headers.keySet();
    }
}
