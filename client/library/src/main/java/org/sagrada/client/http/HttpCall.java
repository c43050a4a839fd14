package org.sagrada.client.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method in upper case
 * @param headers by name; there is no need to think of Host and Content-Length
 * @param body JSON, to be sent as UTF-8; null for none
 */
public record HttpCall(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String JSON = "application/json";

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A request without a body. */
    public static HttpCall of(String method, URI url) {
        return new HttpCall(method, url, Map.of("Accept", JSON), null);
    }

    /** A request with a body of JSON. */
    public static HttpCall of(String method, URI url, String json) {
        return new HttpCall(method, url, Map.of("Accept", JSON, "Content-Type", JSON), json);
    }

    /** The same request with one more header, or another value of it. */
    public HttpCall with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, url, more, body);
    }

    /** Method and address only: headers and bodies hold secrets. */
    @Override
    public String toString() {
        return method + " " + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }
}
