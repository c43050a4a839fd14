package org.sagrada.client.http;

/** An answer that the protocol doesn't know: the address is perhaps not that of such a server. */
public final class UnexpectedAnswerException extends ClientException {

    public UnexpectedAnswerException(String message) {
        super(message);
    }
}
