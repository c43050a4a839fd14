package org.sagrada.pidp.totp;

import java.time.Instant;
import java.util.OptionalLong;

/** The secret of an account's time-based codes, and the last of them that was used. */
final class Totp {

    private final byte[] secret;
    private final boolean enabled;
    private final long lastStep;

    /** @param lastStep the time step of the last code that was taken */
    Totp(byte[] secret, boolean enabled, long lastStep) {
        this.secret = secret;
        this.enabled = enabled;
        this.lastStep = lastStep;
    }

    /** Whether a first code has shown that the user has the secret. */
    boolean isEnabled() {
        return enabled;
    }

    /** The time step of a code that is right now and was not used yet. */
    OptionalLong accept(String code, Instant now) {
        var step = TotpCode.matchingStep(secret, code, now);
        return step.isPresent() && step.getAsLong() > lastStep ? step : OptionalLong.empty();
    }
}
