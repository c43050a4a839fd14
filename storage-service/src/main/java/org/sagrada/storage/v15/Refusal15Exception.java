package org.sagrada.storage.v15;

/** An answer of 1.5 that is no success. */
final class Refusal15Exception extends RuntimeException {

    private final int status;
    private final Code code;

    Refusal15Exception(int status, Code code) {
        super(code.name(), null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    Code code() {
        return code;
    }
}
