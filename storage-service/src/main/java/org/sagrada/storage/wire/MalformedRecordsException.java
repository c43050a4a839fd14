package org.sagrada.storage.wire;

/** A body that is no record or list of records at all: nothing of it is written. */
public final class MalformedRecordsException extends RuntimeException {

    private final boolean json;

    MalformedRecordsException(String description) {
        this(description, true);
    }

    private MalformedRecordsException(String description, boolean json) {
        super(description, null, false, false);
        this.json = json;
    }

    static MalformedRecordsException notJson(String description) {
        return new MalformedRecordsException(description, false);
    }

    /** Whether it is JSON at least. */
    public boolean isJson() {
        return json;
    }

    /** What is wrong with it. */
    public String description() {
        return String.valueOf(getMessage());
    }
}
