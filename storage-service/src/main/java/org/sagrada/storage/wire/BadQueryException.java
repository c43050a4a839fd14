package org.sagrada.storage.wire;

/** A parameter of the query has a value that it cannot have. */
public final class BadQueryException extends RuntimeException {

    private final String parameter;

    /** Names the parameter, and says what is wrong without repeating the value. */
    public BadQueryException(String parameter, String description) {
        super(description, null, false, false);
        this.parameter = parameter;
    }

    /** Which one. */
    public String parameter() {
        return parameter;
    }

    /** What is wrong with it. */
    public String description() {
        return String.valueOf(getMessage());
    }
}
