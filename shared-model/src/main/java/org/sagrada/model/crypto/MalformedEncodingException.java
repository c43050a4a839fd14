package org.sagrada.model.crypto;

/** A text isn't what its encoding asks for. The message says why and never repeats the text, which may be a secret. */
public final class MalformedEncodingException extends IllegalArgumentException {

    MalformedEncodingException(String reason) {
        super(reason);
    }
}
