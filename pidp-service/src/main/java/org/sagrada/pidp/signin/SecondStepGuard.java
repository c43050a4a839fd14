package org.sagrada.pidp.signin;

import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.pidp.totp.SecondStep;
import org.springframework.stereotype.Component;

/** Keeps who has the password, and not the second step, from what ends or takes over an account. */
@Component
public final class SecondStepGuard {

    private final SecondStep secondStep;

    SecondStepGuard(SecondStep secondStep) {
        this.secondStep = secondStep;
    }

    /** Ends the request with errno 138 when the account asks for a second step and no session has passed it. */
    public void requirePassed(String uid, Optional<SignedIn> signedIn) {
        if (secondStep.isRequired(uid)) {
            signedIn.orElseThrow(() -> new Refusal(PidpError.unverifiedSession()))
                    .requireVerified();
        }
    }
}
