package org.sagrada.client.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.onepw.BundleException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.RecoveryKey;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;

/**
 * A new password for who lost the old one and reads the account's mail. With the recovery key kB stays; without it the account
 * gets another, and what is encrypted can't be read any more.
 */
public final class PasswordReset {

    private final AccountRequests requests;
    private final TokenKeys forgot;

    private PasswordReset(AccountRequests requests, Key32 forgotToken) {
        this.requests = requests;
        this.forgot = TokenKeys.derive(TokenKind.PASSWORD_FORGOT, forgotToken);
    }

    /** Has a code mailed to the account's address. */
    static PasswordReset begin(AccountRequests requests, String email) {
        return new PasswordReset(
                requests,
                AccountRequests.key(
                        requests.post("/v1/password/forgot/send_code", Map.of("email", email)), "passwordForgotToken"));
    }

    /** The code was right: the password may be replaced now, once. */
    public final class Proven {

        private final TokenKeys reset;

        private Proven(Key32 resetToken) {
            this.reset = TokenKeys.derive(TokenKind.ACCOUNT_RESET, resetToken);
        }

        /** Sets a new password. kB is lost, and with it whatever is encrypted. */
        public void withoutRecoveryKey(QuickStretch changed) {
            requests.post("/v1/account/reset", Map.of("authPW", changed.authPw().toHex()), reset);
        }

        /**
         * Sets a new password and keeps kB.
         *
         * @throws BundleException if the key opens nothing; then nothing was changed, and another may be tried
         * @throws AccountException.Refused if the account has no recovery key, or another
         */
        public void withRecoveryKey(RecoveryKey key, QuickStretch changed) throws BundleException {
            String data = requests.get("/v1/recoveryKey/" + key.id(), reset).text("recoveryData");
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("authPW", changed.authPw().toHex());
            body.put("wrapKb", key.open(data).xor(changed.unwrapBKey()).toHex());
            body.put("recoveryKeyId", key.id());
            requests.post("/v1/account/reset", body, reset);
        }
    }

    /**
     * Takes the mailed code back.
     *
     * @param code 32 hexadecimal digits
     * @throws AccountException.Refused if it is wrong; the third wrong one ends the reset
     */
    public Proven prove(String code, boolean withRecoveryKey) {
        Map<String, Object> body = Map.of("code", code, "accountResetWithRecoveryKey", withRecoveryKey);
        return new Proven(AccountRequests.key(
                requests.post("/v1/password/forgot/verify_code", body, forgot), "accountResetToken"));
    }
}
