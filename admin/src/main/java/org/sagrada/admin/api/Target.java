package org.sagrada.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A path of a management API with its query, every part of it encoded. */
public final class Target {

    private final String path;
    private final String query;

    private Target(String path, String query) {
        this.path = path;
        this.query = query;
    }

    /** The path of these segments. */
    public static Target of(Object... segments) {
        StringBuilder path = new StringBuilder();
        for (Object segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return new Target(path.toString(), "");
    }

    /** The same with one more parameter. */
    public Target with(String name, Object value) {
        return new Target(path, query + (query.isEmpty() ? "?" : "&") + name + "=" + encoded(value));
    }

    @Override
    public String toString() {
        return path + query;
    }

    private static String encoded(Object part) {
        return URLEncoder.encode(String.valueOf(part), UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
