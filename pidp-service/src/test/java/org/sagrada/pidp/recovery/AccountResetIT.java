package org.sagrada.pidp.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.ACCOUNT_RESET;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.BundleException;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.RecoveryKey;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class AccountResetIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    @Test
    void givesAnotherKeyToWhoHasOnlyTheMail() {
        var account = client.signUp();
        var before = client.keys(account.keyFetchToken());
        var next = QuickStretch.v1(account.email(), "next");

        var answer = client.post(
                "/v1/account/reset?keys=true",
                Map.of("authPW", next.authPw().toHex(), "sessionToken", true),
                ACCOUNT_RESET,
                resetToken(account));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var after = client.keys(answer.text("keyFetchToken"));
        assertThat(after.kA()).isEqualTo(before.kA());
        assertThat(after.kB(next)).isNotEqualTo(before.kB(account.stretch()));
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(110);
        assertThat(client.get("/v1/session/status", SESSION, answer.text("sessionToken"))
                        .status())
                .isEqualTo(200);
        assertThat(client.login(account.email(), account.password()).errno()).isEqualTo(103);
    }

    @Test
    void keepsTheKeyOfWhoHasTheRecoveryKey() throws BundleException {
        var account = client.signUp();
        var kB = client.keys(account.keyFetchToken()).kB(account.stretch());
        var paper = RecoveryKey.random(account.uid(), new SecureRandom());
        assertThat(keepRecoveryKey(account, paper, paper.seal(kB)).status()).isEqualTo(200);
        assertThat(keepRecoveryKey(account, paper, paper.seal(kB)).errno()).isEqualTo(161);
        var token = resetToken(account);

        assertThat(client.get("/v1/recoveryKey/" + "0".repeat(32), ACCOUNT_RESET, token)
                        .errno())
                .isEqualTo(159);
        var data = client.get("/v1/recoveryKey/" + paper.id(), ACCOUNT_RESET, token)
                .text("recoveryData");
        assertThat(paper.open(data)).isEqualTo(kB);
        var next = QuickStretch.v1(account.email(), "next");
        var answer = client.post(
                "/v1/account/reset?keys=true",
                Map.of(
                        "authPW", next.authPw().toHex(),
                        "wrapKb", kB.xor(next.unwrapBKey()).toHex(),
                        "recoveryKeyId", paper.id(),
                        "sessionToken", true),
                ACCOUNT_RESET,
                token);

        assertThat(client.keys(answer.text("keyFetchToken")).kB(next)).isEqualTo(kB);
        var exists = client.post("/v1/recoveryKey/exists", Map.of("email", account.email()));
        assertThat(exists.json().get("exists").booleanValue()).isFalse();
    }

    @Test
    void letsInAgainWhoForgotThePasswordAndTriedTooOften() {
        var account = client.signUp();
        Stream.generate(() -> client.login(account.email(), "wrong")).limit(31).forEach(answer -> {});
        assertThat(client.login(account.email(), account.password()).errno()).isEqualTo(114);
        var next = QuickStretch.v1(account.email(), "next").authPw().toHex();
        client.post("/v1/account/reset", Map.of("authPW", next), ACCOUNT_RESET, resetToken(account));
        assertThat(client.login(account.email(), "next").status()).isEqualTo(200);
    }

    @Test
    void refusesAnotherRecoveryKeyAndChangesNothing() {
        var account = client.signUp();
        var paper = RecoveryKey.random(account.uid(), new SecureRandom());
        var kB = client.keys(account.keyFetchToken()).kB(account.stretch());
        keepRecoveryKey(account, paper, paper.seal(kB));
        var body = Map.of("authPW", "11".repeat(32), "wrapKb", "22".repeat(32), "recoveryKeyId", "0".repeat(32));
        var token = resetToken(account);
        assertThat(client.post("/v1/account/reset", body, ACCOUNT_RESET, token).errno())
                .isEqualTo(159);
        assertThat(client.login(account.email(), account.password()).status()).isEqualTo(200);
        assertThat(client.get("/v1/recoveryKey/" + paper.id(), ACCOUNT_RESET, token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void forgivesTwoWrongCodesAndNotAThird() {
        var account = client.signUp();
        var token = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        for (var left = 2; left >= 0; left--) {
            var answer = verify(token, "0".repeat(32));
            assertThat(answer.errno()).isEqualTo(105);
            assertThat(answer.json().get("tries").intValue()).isEqualTo(left);
        }
        assertThat(verify(token, mail.code(account.email())).errno()).isEqualTo(110);
    }

    @Test
    void saysHowManyTriesAreLeft() {
        var account = client.signUp();
        var sent = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()));
        assertThat(sent.json().get("codeLength").intValue()).isEqualTo(32);
        var status = client.get("/v1/password/forgot/status", PASSWORD_FORGOT, sent.text("passwordForgotToken"));
        assertThat(status.json().get("tries").intValue()).isEqualTo(3);
        assertThat(status.json().get("ttl").longValue()).isBetween(3590L, 3600L);
    }

    @Test
    void sendsTheSameCodeAgain() {
        var account = client.signUp();
        var token = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        var code = mail.code(account.email());
        var again = client.post("/v1/password/forgot/resend_code", Map.of(), PASSWORD_FORGOT, token);
        assertThat(mail.code(account.email())).isEqualTo(code);
        assertThat(verify(again.text("passwordForgotToken"), code).status()).isEqualTo(200);
    }

    @Test
    void takesAShortCodeInThePlaceOfALink() {
        var account = client.signUp();
        client.post("/v1/password/forgot/send_otp", Map.of("email", account.email()));
        var otp = mail.code(account.email());
        assertThat(otp).matches("\\d{8}");
        assertThat(verifyOtp(account, otp.equals("00000000") ? "1" : "00000000").errno())
                .isEqualTo(183);
        var right = verifyOtp(account, otp);
        assertThat(right.text("emailToHashWith")).isEqualTo(account.email());
        assertThat(verify(right.text("token"), right.text("code")).status()).isEqualTo(200);
        assertThat(verifyOtp(account, otp).errno()).isEqualTo(183);
    }

    @Test
    void knowsNoAddressThatHasNoAccount() {
        assertThat(client.post("/v1/password/forgot/send_code", Map.of("email", PidpClient.newAddress()))
                        .errno())
                .isEqualTo(102);
    }

    private Answer verifyOtp(PidpClient.SignedUp account, String otp) {
        return client.post("/v1/password/forgot/verify_otp", Map.of("email", account.email(), "code", otp));
    }

    private Answer keepRecoveryKey(PidpClient.SignedUp account, RecoveryKey key, String data) {
        var body = Map.of("recoveryKeyId", key.id(), "recoveryData", data);
        return client.post("/v1/recoveryKey", body, SESSION, account.sessionToken());
    }

    private String resetToken(PidpClient.SignedUp account) {
        var token = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        return verify(token, mail.code(account.email())).text("accountResetToken");
    }

    private Answer verify(String token, String code) {
        return client.post("/v1/password/forgot/verify_code", Map.of("code", code), PASSWORD_FORGOT, token);
    }
}
