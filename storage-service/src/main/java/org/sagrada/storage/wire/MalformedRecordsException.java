package org.sagrada.storage.wire;

/** A body that is no record or list of records at all: nothing of it is written. */
public final class MalformedRecordsException extends RuntimeException {

    MalformedRecordsException(String description) {
        super(description, null, false, false);
    }

    /** What is wrong with it. */
    public String description() {
        return String.valueOf(getMessage());
    }
}
