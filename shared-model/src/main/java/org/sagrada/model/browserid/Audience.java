package org.sagrada.model.browserid;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who an assertion is for: an origin. Two audiences are equal when scheme, host and port are; the scheme's own port may be
 * left out, and a path doesn't count.
 *
 * @param port always given
 */
public record Audience(String scheme, String host, int port) {

    /**
     * Reads an origin such as {@code https://token.example.org}, or {@code host[:port]} for plain http.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Audience parse(String text) {
        Audience audience = parseOrNull(text.contains("://") ? text : "http://" + text);
        if (audience == null) {
            throw new IllegalArgumentException("not an origin like https://token.example.org");
        }
        return audience;
    }

    /** Whether an assertion made for this text is made for this audience. */
    boolean matches(String claimed) {
        return equals(parseOrNull(claimed));
    }

    private static @Nullable Audience parseOrNull(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            return null;
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Audience(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }
}
