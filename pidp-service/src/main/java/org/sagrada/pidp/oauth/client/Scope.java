package org.sagrada.pidp.oauth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a token may be good for. A short name such as {@code profile:email:write} covers what lies below it, and
 * {@code write} covers reading; a URL covers the paths below it.
 *
 * @param text without spaces
 */
public record Scope(String text) {

    /** The data of Sync. */
    public static final Scope SYNC = new Scope("https://identity.mozilla.com/apps/oldsync");

    /** A session of its own for a client that has no page, as phones want. */
    public static final Scope SESSION = new Scope("https://identity.mozilla.com/tokens/session");

    /** Who the user is, in an ID token. */
    public static final Scope OPENID = new Scope("openid");

    /** What the profile says. */
    public static final Scope PROFILE = new Scope("profile");

    private static final String WRITE = "write";
    private static final String HTTPS = "https://";

    /** Whether whoever has this one may do what the other one names. */
    public boolean covers(Scope other) {
        if (isUrl() || other.isUrl()) {
            return isUrl() && other.isUrl() && urlCovers(other);
        }
        var otherMayWrite = other.mayWrite();
        return (mayWrite() || !otherMayWrite) && beginsWith(other.names(), names());
    }

    private boolean isUrl() {
        return text.startsWith(HTTPS);
    }

    private boolean mayWrite() {
        return text.endsWith(":" + WRITE);
    }

    private List<String> names() {
        var all = Arrays.asList(text.split(":", -1));
        return mayWrite() ? all.subList(0, all.size() - 1) : all;
    }

    private boolean urlCovers(Scope other) {
        try {
            var mine = new URI(text);
            var its = new URI(other.text);
            return Objects.equals(mine.getRawAuthority(), its.getRawAuthority())
                    && mine.getRawQuery() == null
                    && its.getRawQuery() == null
                    && its.normalize().equals(its)
                    && beginsWith(segments(its), segments(mine))
                    && (mine.getRawFragment() == null || mine.getRawFragment().equals(its.getRawFragment()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> segments(URI url) {
        return Arrays.asList(url.getRawPath().split("/"));
    }

    private static boolean beginsWith(List<String> whole, List<String> beginning) {
        return whole.size() >= beginning.size()
                && whole.subList(0, beginning.size()).equals(beginning);
    }
}
