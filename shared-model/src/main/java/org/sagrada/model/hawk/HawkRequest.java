package org.sagrada.model.hawk;

import java.net.URI;
import java.util.Locale;

/**
 * What of a request the MAC binds.
 *
 * @param method of HTTP; held in upper case
 * @param target the path and query as the client wrote them on the request line, percent-escapes untouched
 * @param host of the public URL; held in lower case
 * @param port of the public URL, the scheme's own where it names none
 */
public record HawkRequest(String method, String target, String host, int port) {

    public HawkRequest {
        method = method.toUpperCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
    }

    /** The request for an absolute http or https URL. */
    public static HawkRequest of(String method, URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        int schemePort = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return new HawkRequest(method, target, url.getHost(), url.getPort() == -1 ? schemePort : url.getPort());
    }
}
