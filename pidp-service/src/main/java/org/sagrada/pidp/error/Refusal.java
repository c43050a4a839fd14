package org.sagrada.pidp.error;

/** Ends a request with a {@link PidpError}. A transaction that it leaves is rolled back, so nothing has changed. */
public final class Refusal extends RuntimeException {

    private final transient PidpError error;

    /** Takes no stack trace: it is an answer, not a defect. */
    public Refusal(PidpError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** What to answer. */
    public PidpError error() {
        return error;
    }
}
