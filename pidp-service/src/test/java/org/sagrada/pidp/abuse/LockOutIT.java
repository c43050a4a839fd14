package org.sagrada.pidp.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stranger does who knows an address keeps its owner from nothing. */
@PidpIT
class LockOutIT {

    private static final int ATTEMPTS = 60;

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    @Test
    void wrongPasswordsLimitWhoSendsThemAlone() {
        var account = client.signUp();
        var stranger = client.at("127.0.0.21");
        assertThat(last(() -> stranger.login(account.email(), "wrong")).errno()).isEqualTo(114);
        assertThat(client.login(account.email(), account.password()).status()).isEqualTo(200);
    }

    @Test
    void wrongCodesForAResetVoidNobodysCode() {
        var account = client.signUp();
        var stranger = client.at("127.0.0.22");
        client.post("/v1/password/forgot/send_otp", Map.of("email", account.email()));
        var code = mail.code(account.email());
        var refused = last(() -> verifyOtp(stranger, account.email(), code.equals("00000000") ? "1" : "00000000"));
        assertThat(refused.errno()).isEqualTo(114);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(verifyOtp(client, account.email(), code).status()).isEqualTo(200);
    }

    @Test
    void askingForAnotherCodeVoidsNoneThatIsOnItsWay() {
        var account = client.signUp();
        var stranger = client.at("127.0.0.23");
        var asked = Map.of("email", account.email());
        var token = client.post("/v1/password/forgot/send_code", asked).text("passwordForgotToken");
        var code = mail.code(account.email());
        client.post("/v1/password/forgot/send_otp", asked);
        var otp = mail.code(account.email());

        stranger.post("/v1/password/forgot/send_code", asked);
        stranger.post("/v1/password/forgot/send_otp", asked);

        assertThat(verifyOtp(client, account.email(), otp).status()).isEqualTo(200);
        assertThat(client.post("/v1/password/forgot/verify_code", Map.of("code", code), PASSWORD_FORGOT, token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wrongUnblockCodesVoidNobodysCode() {
        var account = client.signUp();
        var stranger = client.at("127.0.0.24");
        client.post("/v1/account/login/send_unblock_code", Map.of("email", account.email()));
        var code = mail.code(account.email());
        var wrong = Map.of("uid", account.uid(), "unblockCode", code.equals("00000000") ? "11111111" : "00000000");
        assertThat(last(() -> stranger.post("/v1/account/login/reject_unblock_code", wrong))
                        .errno())
                .isEqualTo(114);
        var login = Map.of(
                "email", account.email(),
                "authPW", account.stretch().authPw().toHex(),
                "unblockCode", code);
        assertThat(client.post("/v1/account/login", login).status()).isEqualTo(200);
    }

    private static Answer verifyOtp(PidpClient from, String email, String code) {
        return from.post("/v1/password/forgot/verify_otp", Map.of("email", email, "code", code));
    }

    private static Answer last(Supplier<Answer> attempt) {
        return Stream.generate(attempt)
                .limit(ATTEMPTS)
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
