package org.sagrada.pidp.recovery;

import java.util.Locale;
import java.util.Optional;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What {@code account/reset} takes.
 *
 * @param recoveryKeyId with which the client opened the old kB, which it brings along under the new password
 */
record ResetRequest(NewPassword password, Optional<String> recoveryKeyId, boolean withSession, boolean withKeys) {

    static ResetRequest from(JsonBody body, boolean withKeys) {
        var request = new ResetRequest(
                NewPassword.from(body),
                body.optionalText("recoveryKeyId", TextRule.RECOVERY_KEY_ID).map(id -> id.toLowerCase(Locale.ROOT)),
                body.flag("sessionToken"),
                withKeys);
        if (request.recoveryKeyId().isPresent() && request.password().wrapKb().isEmpty()) {
            throw new Refusal(PidpError.missingParameter("wrapKb"));
        }
        if (request.password().wrapKb().isPresent()
                && request.recoveryKeyId().isEmpty()
                && request.password().version2().isEmpty()) {
            throw new Refusal(PidpError.missingParameter("recoveryKeyId"));
        }
        if (withKeys && !request.withSession()) {
            throw new Refusal(PidpError.missingParameter("sessionToken"));
        }
        return request;
    }
}
