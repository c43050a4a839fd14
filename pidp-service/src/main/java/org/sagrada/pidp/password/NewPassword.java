package org.sagrada.pidp.password;

import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * What a client sends to set a password (onepw protocol).
 *
 * @param authPw proof of the password
 * @param wrapKb kB under the new password; nothing asks the server for a new random one
 * @param version2 the same password under version 2 of the stretching
 */
public record NewPassword(Key32 authPw, Optional<Key32> wrapKb, Optional<Version2> version2) {

    /** Version 2 credentials, which lead to the same kB. */
    public record Version2(Key32 authPw, Key32 wrapKb, String clientSalt) {}

    private static final String AUTH_PW_2 = "authPWVersion2";
    private static final String WRAP_KB_2 = "wrapKbVersion2";
    private static final String CLIENT_SALT = "clientSalt";

    /** Reads {@code authPW, wrapKb?} and the three members of version 2, which come all together and with {@code wrapKb}. */
    public static NewPassword from(JsonBody body) {
        return new NewPassword(body.secret("authPW"), body.optionalSecret("wrapKb"), version2(body));
    }

    private static Optional<Version2> version2(JsonBody body) {
        if (!body.has(AUTH_PW_2) && !body.has(WRAP_KB_2) && !body.has(CLIENT_SALT)) {
            return Optional.empty();
        }
        if (!body.has("wrapKb")) {
            throw new Refusal(PidpError.missingParameter("wrapKb"));
        }
        return Optional.of(new Version2(
                body.secret(AUTH_PW_2), body.secret(WRAP_KB_2), body.text(CLIENT_SALT, TextRule.CLIENT_SALT)));
    }
}
