package org.sagrada.pidp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class AccountLifeIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Autowired
    private HeldMail mail;

    @Test
    void deletesAnAccountForWhoKnowsThePassword() {
        var account = client.signUp();
        assertThat(client.post("/v1/account/destroy", body(account.email(), "wrong"))
                        .errno())
                .isEqualTo(103);
        var stranger = client.signUp();
        assertThat(client.post(
                                "/v1/account/destroy",
                                body(account.email(), account.password()),
                                SESSION,
                                stranger.sessionToken())
                        .errno())
                .isEqualTo(110);
        assertThat(client.post("/v1/account/destroy", body(account.email(), account.password()))
                        .body())
                .isEqualTo("{}");
        assertThat(client.login(account.email(), account.password()).errno()).isEqualTo(102);
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(110);
    }

    @Test
    void copiesASessionAndShowsThePasswordAgain() {
        var account = client.signUp();
        var copy = client.post("/v1/session/duplicate", Map.of(), SESSION, account.sessionToken());
        assertThat(copy.text("uid")).isEqualTo(account.uid());
        assertThat(copy.text("sessionToken")).isNotEqualTo(account.sessionToken());

        clock.advance(Duration.ofMinutes(2));
        var again = client.post(
                "/v1/session/reauth?keys=true",
                body(account.email(), account.password()),
                SESSION,
                copy.text("sessionToken"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().has("sessionToken")).isFalse();
        assertThat(again.json().get("authAt").longValue())
                .isGreaterThan(copy.json().get("authAt").longValue());
        assertThat(client.keys(again.text("keyFetchToken"))).isEqualTo(client.keys(account.keyFetchToken()));
        var stranger = client.signUp();
        assertThat(client.post(
                                "/v1/session/reauth",
                                body(stranger.email(), stranger.password()),
                                SESSION,
                                account.sessionToken())
                        .errno())
                .isEqualTo(102);
    }

    @Test
    void stopsGuessingAfterThirtyWrongPasswordsUntilTheWindowEndsOrACodeComesBack() {
        var account = client.signUp();
        var other = client.signUp();
        for (var i = 0; i < 30; i++) {
            assertThat(client.login(account.email(), "wrong").errno()).isEqualTo(103);
        }
        var refused = client.login(account.email(), account.password());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errno()).isEqualTo(114);
        var retryAfter = refused.json().get("retryAfter").longValue();
        assertThat(retryAfter).isBetween(1L, 900L);
        assertThat(refused.headers().firstValue("Retry-After")).contains(Long.toString(retryAfter));
        assertThat(client.login(other.email(), other.password()).status()).isEqualTo(200);

        client.post("/v1/account/login/send_unblock_code", Map.of("email", account.email()));
        var wrongCode = Map.of(
                "email", account.email(), "authPW", account.stretch().authPw().toHex(), "unblockCode", "........");
        assertThat(client.post("/v1/account/login", wrongCode).errno()).isEqualTo(107);
        var withCode = Map.of(
                "email",
                account.email(),
                "authPW",
                account.stretch().authPw().toHex(),
                "unblockCode",
                mail.code(account.email()));
        assertThat(client.post("/v1/account/login", withCode).status()).isEqualTo(200);
        assertThat(client.post("/v1/account/login", withCode).errno()).isEqualTo(127);
    }

    @Test
    void letsInAgainWhenTheWindowHasEnded() {
        var account = client.signUp();
        Answer last = client.login(account.email(), "wrong");
        for (var i = 0; i < 30; i++) {
            last = client.login(account.email(), "wrong");
        }
        assertThat(last.errno()).isEqualTo(114);
        clock.advance(Duration.ofMinutes(16));
        assertThat(client.login(account.email(), account.password()).status()).isEqualTo(200);
    }

    @Test
    void tellsAUserAboutTheAccount() {
        var account = client.signUp();
        var profile = client.get("/v1/account/profile", SESSION, account.sessionToken());
        assertThat(profile.text("email")).isEqualTo(account.email());
        assertThat(client.get("/v1/account", SESSION, account.sessionToken())
                        .json()
                        .at("/emails/0/email")
                        .stringValue())
                .isEqualTo(account.email());
        assertThat(client.send("POST", "/v1/get_random_bytes", null, null).text("data"))
                .matches("[0-9a-f]{64}");
    }

    private static Map<String, Object> body(String email, String password) {
        return Map.of(
                "email",
                email,
                "authPW",
                QuickStretch.v1(email, password).authPw().toHex());
    }
}
