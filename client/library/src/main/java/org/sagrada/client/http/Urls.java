package org.sagrada.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/** Addresses put together from parts. */
public final class Urls {

    private static final String UNRESERVED = "-._~";

    private Urls() {}

    /**
     * The base address of a service, without a trailing slash.
     *
     * @throws IllegalArgumentException if it isn't an http or https address with a host
     */
    public static URI base(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("'" + text + "' is not an address like https://sync.example.org");
        }
        return url;
    }

    /** The base with a path, and perhaps a query, appended as they are. */
    public static URI at(URI base, String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    /** Scheme, host and, where it isn't the default, port: what assertions are made for. */
    public static String origin(URI url) {
        int port = url.getPort();
        boolean usual = port == -1 || port == ("https".equalsIgnoreCase(url.getScheme()) ? 443 : 80);
        return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + port);
    }

    /** One segment of a path or one value of a query, percent-encoded where needed. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            char character = (char) (b & 0xff);
            if (character < 128 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                escaped.append(character);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(character >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        return escaped.toString();
    }
}
