package org.sagrada.client.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.Json;
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
    private final String email;

    private PasswordReset(AccountRequests requests, String email) {
        this.requests = requests;
        this.email = email;
    }

    /** Has a short code mailed to the account's address. */
    static PasswordReset begin(AccountRequests requests, String email) {
        requests.post("/v1/password/forgot/send_otp", Map.of("email", email));
        return new PasswordReset(requests, email);
    }

    /**
     * Takes the mailed code back.
     *
     * @param code eight digits
     * @throws AccountException.Refused if it is wrong or too old
     */
    public Proven prove(String code) {
        Map<String, Object> otp = new LinkedHashMap<>();
        otp.put("email", email);
        otp.put("code", code);
        Json proof = requests.post("/v1/password/forgot/verify_otp", otp);
        Json answer = requests.post(
                "/v1/password/forgot/verify_code",
                Map.of("code", proof.text("code")),
                TokenKeys.derive(TokenKind.PASSWORD_FORGOT, AccountRequests.key(proof, "token")));
        return new Proven(
                requests,
                proof.text("uid"),
                proof.text("emailToHashWith"),
                TokenKeys.derive(TokenKind.ACCOUNT_RESET, AccountRequests.key(answer, "accountResetToken")));
    }

    /** The code was right: the password may be replaced now, once. */
    public static final class Proven {

        private final AccountRequests requests;
        private final String uid;
        private final String storedEmail;
        private final TokenKeys reset;

        private Proven(AccountRequests requests, String uid, String storedEmail, TokenKeys reset) {
            this.requests = requests;
            this.uid = uid;
            this.storedEmail = storedEmail;
            this.reset = reset;
        }

        /** Sets a new password. kB is lost, and with it whatever is encrypted. */
        public void withoutRecoveryKey(String password) {
            QuickStretch stretch = QuickStretch.v1(storedEmail, password);
            requests.post("/v1/account/reset", Map.of("authPW", stretch.authPw().toHex()), reset);
        }

        /**
         * Sets a new password and keeps kB. The recovery key is used up.
         *
         * @param recoveryKey 16 to 32 bytes
         * @throws BundleException if the key opens nothing; then nothing was changed, and another may be tried
         * @throws AccountException.Refused if the account has no recovery key, or another
         */
        public void withRecoveryKey(byte[] recoveryKey, String password) throws BundleException {
            RecoveryKey key = new RecoveryKey(recoveryKey, uid);
            QuickStretch stretch = QuickStretch.v1(storedEmail, password);
            Key32 kB =
                    key.open(requests.get("/v1/recoveryKey/" + key.id(), reset).text("recoveryData"));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("authPW", stretch.authPw().toHex());
            body.put("wrapKb", kB.xor(stretch.unwrapBKey()).toHex());
            body.put("recoveryKeyId", key.id());
            requests.post("/v1/account/reset", body, reset);
        }
    }
}
