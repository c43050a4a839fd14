package org.sagrada.pidp.recovery;

import java.util.Locale;
import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What {@code password/change/finish} takes.
 *
 * @param password with kB under it, without which the keys would be lost
 * @param sessionId the id of the client's session, which it wants to go on with
 */
record ChangeFinish(NewPassword password, Optional<String> sessionId, boolean withKeys) {

    static ChangeFinish from(JsonBody body, boolean withKeys) {
        var password = NewPassword.from(body);
        if (password.wrapKb().isEmpty()) {
            throw new Refusal(PidpError.missingParameter("wrapKb"));
        }
        return new ChangeFinish(
                password,
                body.optionalText("sessionToken", TextRule.HEX_64).map(id -> id.toLowerCase(Locale.ROOT)),
                withKeys);
    }
}
