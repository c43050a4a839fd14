package org.sagrada.pidp.signin;

import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What {@code account/login} and {@code session/reauth} take.
 *
 * @param email the address in the spelling that the password was stretched with
 * @param current the address that the user typed, where it is another one
 * @param unblockCode a mailed code that lets in whom a limit keeps out
 */
record SignInRequest(EmailAddress email, Optional<EmailAddress> current, Key32 authPw, Optional<String> unblockCode) {

    static SignInRequest from(JsonBody body) {
        body.optionalText("service", TextRule.SERVICE);
        body.optionalText("reason", TextRule.REASON);
        body.optionalText("redirectTo", TextRule.REDIRECT);
        body.optionalText("resume", TextRule.RESUME);
        return new SignInRequest(
                body.email("email"),
                body.optionalEmail("originalLoginEmail"),
                body.secret("authPW"),
                body.optionalText("unblockCode", TextRule.UNBLOCK_CODE));
    }
}
