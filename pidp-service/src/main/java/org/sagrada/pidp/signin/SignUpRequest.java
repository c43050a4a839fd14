package org.sagrada.pidp.signin;

import java.util.Optional;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What {@code account/create} takes.
 *
 * @param invite a code from the operator, where the sign-up rule wants one
 */
record SignUpRequest(EmailAddress email, NewPassword password, Optional<String> invite) {

    static SignUpRequest from(JsonBody body) {
        body.optionalText("service", TextRule.SERVICE);
        body.optionalText("redirectTo", TextRule.REDIRECT);
        body.optionalText("resume", TextRule.RESUME);
        return new SignUpRequest(
                body.email("email"), NewPassword.from(body), body.optionalText("invite", TextRule.RECOVERY_CODE));
    }
}
