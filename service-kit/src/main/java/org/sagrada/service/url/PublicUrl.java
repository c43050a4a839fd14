package org.sagrada.service.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address under which clients reach a service, as the operator wrote it: {@code http} or {@code https}, a host, perhaps a
 * port, perhaps a path prefix that a reverse proxy strips. Audiences, Hawk's host, port and path, and links derive from it; a
 * request's own Host header never counts.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port always given: 80 or 443 where the text has none
 * @param pathPrefix empty, or begins with a slash and does not end with one
 */
public record PublicUrl(String scheme, String host, int port, String pathPrefix) {

    /**
     * Reads what an operator wrote. A trailing slash is dropped.
     *
     * @throws IllegalArgumentException saying what to write instead
     */
    public static PublicUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a URL: " + e.getReason(), e);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("'" + text + "' must begin with http:// or https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("'" + text + "' must name a host, like https://sync.example.org");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("'" + text + "' must have neither a query nor a fragment");
        }
        var port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
        return new PublicUrl(
                scheme, uri.getHost().toLowerCase(Locale.ROOT), port, withoutTrailingSlash(uri.getRawPath()));
    }

    /** Scheme, host and, where it is not the scheme's own, the port: what an audience is. */
    public String origin() {
        return scheme + "://" + hostAndPort();
    }

    /** The host and, where it is not the scheme's own, the port: how a BrowserID issuer is named. */
    public String hostAndPort() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    /** The whole address without a trailing slash; append a path that begins with a slash. */
    @Override
    public String toString() {
        return origin() + pathPrefix;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
