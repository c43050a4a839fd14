package org.sagrada.service.edge;

/** Carries an {@link EdgeFailure} out of code that has no other way to say it, such as a stream that ran over its limit. */
public final class EdgeFailureException extends RuntimeException {

    private final transient EdgeFailure failure;

    /** Wraps a failure; no stack trace is taken, since it is an answer and not a defect. */
    public EdgeFailureException(EdgeFailure failure) {
        super(failure.description(), null, false, false);
        this.failure = failure;
    }

    /** What to answer. */
    public EdgeFailure failure() {
        return failure;
    }
}
