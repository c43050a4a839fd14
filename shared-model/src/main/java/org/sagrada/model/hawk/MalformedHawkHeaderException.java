package org.sagrada.model.hawk;

/** A header isn't one of Hawk. The message names what is wrong with it and never repeats its content. */
public final class MalformedHawkHeaderException extends IllegalArgumentException {

    MalformedHawkHeaderException(String reason) {
        super(reason);
    }
}
