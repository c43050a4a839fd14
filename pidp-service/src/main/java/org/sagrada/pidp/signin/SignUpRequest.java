package org.sagrada.pidp.signin;

import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/** What {@code account/create} takes. */
record SignUpRequest(EmailAddress email, NewPassword password) {

    static SignUpRequest from(JsonBody body) {
        body.optionalText("service", TextRule.SERVICE);
        body.optionalText("redirectTo", TextRule.REDIRECT);
        body.optionalText("resume", TextRule.RESUME);
        return new SignUpRequest(body.email("email"), NewPassword.from(body));
    }
}
