package org.sagrada.client.cli;

import org.sagrada.client.http.ClientException;

/** A command needs an account that the device isn't logged in to, or no longer. */
final class NotLoggedInException extends ClientException {

    NotLoggedInException(String message) {
        super(message);
    }
}
