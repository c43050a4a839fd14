package org.sagrada.client.http;

import org.jspecify.annotations.Nullable;

/**
 * Something the client was asked for can't be had. Each protocol has its own kinds below this one. Messages are for people
 * and hold nothing secret.
 */
public abstract class ClientException extends RuntimeException {

    protected ClientException(String message) {
        super(message);
    }

    protected ClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
