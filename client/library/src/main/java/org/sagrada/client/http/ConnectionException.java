package org.sagrada.client.http;

/** There is no answer: the server can't be reached, or the connection broke. */
public final class ConnectionException extends ClientException {

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
