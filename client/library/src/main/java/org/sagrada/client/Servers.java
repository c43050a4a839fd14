package org.sagrada.client;

import java.net.URI;
import org.sagrada.client.http.Urls;

/**
 * Where the servers are.
 *
 * @param pidp the identity provider, without {@code /v1}
 * @param token the token service, without {@code /1.0}; it tells where the storage is
 */
public record Servers(URI pidp, URI token) {

    /** One address for everything, as when the whole stack is one process. */
    public static Servers at(String url) {
        return new Servers(Urls.base(url), Urls.base(url));
    }

    /** Two addresses. */
    public static Servers at(String pidp, String token) {
        return new Servers(Urls.base(pidp), Urls.base(token));
    }
}
