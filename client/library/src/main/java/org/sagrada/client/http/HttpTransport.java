package org.sagrada.client.http;

import java.io.IOException;
import java.util.ServiceLoader;

/**
 * The way to the servers. The artifact {@code client-jdk} has one on {@code java.net.http}; bring another where that is missing,
 * as on Android. An implementation follows no redirects and keeps the request target as the URL spells it.
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

    /**
     * The transport that is on the class path, as {@link ServiceLoader} finds it.
     *
     * @throws IllegalStateException if there is none
     */
    static HttpTransport onClassPath() {
        return ServiceLoader.load(HttpTransport.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no HttpTransport on the class path: add the artifact client-jdk, or give one of your own"));
    }
}
