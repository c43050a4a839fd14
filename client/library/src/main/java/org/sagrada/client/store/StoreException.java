package org.sagrada.client.store;

import org.sagrada.client.http.ClientException;

/** What a device keeps can't be read or written. */
public final class StoreException extends ClientException {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
