package org.sagrada.client.store;

import org.sagrada.client.http.ClientException;

/** The kept accounts can't be read or written. */
public final class StoreException extends ClientException {

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
