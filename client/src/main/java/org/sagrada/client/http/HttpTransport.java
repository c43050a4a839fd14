package org.sagrada.client.http;

import java.io.IOException;

/**
 * The way to the servers. {@link JdkHttpTransport} is one; bring another where {@code java.net.http} is missing, as on
 * Android. An implementation follows no redirects and keeps the request target as the URL spells it.
 */
public interface HttpTransport {

    /**
     * Sends a request and reads the whole answer, whatever its status.
     *
     * @throws IOException if there is no complete answer
     */
    HttpAnswer send(HttpCall call) throws IOException;

    /**
     * Sends a request and returns when the answer begins; its body is read while it arrives. The caller closes it.
     *
     * @throws IOException if no answer begins
     */
    HttpLines open(HttpCall call) throws IOException;
}
