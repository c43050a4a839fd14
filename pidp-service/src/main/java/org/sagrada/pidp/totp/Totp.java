package org.sagrada.pidp.totp;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The secret of an account's time-based codes, and the last of them that was used. */
@Entity
class Totp {

    @Id
    private String uid;

    private byte[] secret;
    private boolean enabled;
    private long lastStep;

    /** For the operator who reads the table. */
    @SuppressWarnings("UnusedVariable")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Totp() {}

    Totp(String uid, byte[] secret, Instant now) {
        this.uid = uid;
        this.secret = secret;
        this.createdAt = now;
    }

    byte[] secret() {
        return secret;
    }

    /** Whether a first code has shown that the user has the secret. */
    boolean isEnabled() {
        return enabled;
    }

    void enable() {
        enabled = true;
    }

    /** Takes a code, each one once. */
    boolean accepts(String code, Instant now) {
        var step = TotpCode.matchingStep(secret, code, now);
        if (step.isEmpty() || step.getAsLong() <= lastStep) {
            return false;
        }
        lastStep = step.getAsLong();
        return true;
    }
}
