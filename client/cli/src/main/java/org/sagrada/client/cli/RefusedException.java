package org.sagrada.client.cli;

import org.sagrada.client.http.ClientException;

/** A command can't do what it was asked for, for a reason the user can mend. */
final class RefusedException extends ClientException {

    RefusedException(String message) {
        super(message);
    }
}
