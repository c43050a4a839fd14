package org.sagrada.token.refusal;

/** Carries a {@link Refusal} out to the answer. */
public final class RefusalException extends RuntimeException {

    private final transient Refusal refusal;

    RefusalException(Refusal refusal) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
    }

    /** What to answer. */
    public Refusal refusal() {
        return refusal;
    }
}
