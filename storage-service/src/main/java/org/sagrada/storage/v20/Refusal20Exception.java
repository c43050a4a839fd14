package org.sagrada.storage.v20;

import java.util.List;

/** An answer of 2.0 that is no success. */
final class Refusal20Exception extends RuntimeException {

    private final int status;
    private final String word;
    private final transient List<ErrorEntry> errors;

    private Refusal20Exception(int status, String word, List<ErrorEntry> errors) {
        super(word, null, false, false);
        this.status = status;
        this.word = word;
        this.errors = errors;
    }

    static Refusal20Exception of(int status, ErrorEntry error) {
        return new Refusal20Exception(status, "error", List.of(error));
    }

    static Refusal20Exception of(int status) {
        return new Refusal20Exception(status, "error", List.of());
    }

    static Refusal20Exception overQuota() {
        return new Refusal20Exception(403, "quota-exceeded", List.of());
    }

    int status() {
        return status;
    }

    /** The member {@code status} of the body. */
    String word() {
        return word;
    }

    List<ErrorEntry> errors() {
        return errors;
    }
}
