package org.sagrada.storage.auth;

/** A request that does not prove what it has to; answered with 401. */
public final class UnauthorizedException extends RuntimeException {

    private final Refusal refusal;
    private final String challenge;

    /** For a rule that was broken. */
    public UnauthorizedException(Refusal refusal) {
        this(refusal, "Hawk");
    }

    UnauthorizedException(Refusal refusal, String challenge) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
        this.challenge = challenge;
    }

    /** Which rule was broken. */
    public Refusal refusal() {
        return refusal;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge;
    }
}
