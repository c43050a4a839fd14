package org.sagrada.client.crypto;

/**
 * A record can't be opened: other keys sealed it, it was changed, it isn't in its place, or it never was a sealed record. One
 * exception for all, so that nobody learns which. Report it and leave the record alone.
 */
public final class BadRecordException extends Exception {

    /** The one message for every reason. */
    public BadRecordException() {
        super("the record can't be opened with these keys");
    }
}
