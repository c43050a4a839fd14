package org.sagrada.pidp.totp;

import org.springframework.stereotype.Component;

/** Whether an account asks for a second step. */
@Component
public final class SecondStep {

    private final TotpTable totps;

    SecondStep(TotpTable totps) {
        this.totps = totps;
    }

    /** Whether sessions of the account are verified by a code only. */
    public boolean isRequired(String uid) {
        return totps.find(uid).map(Totp::isEnabled).orElse(false);
    }
}
