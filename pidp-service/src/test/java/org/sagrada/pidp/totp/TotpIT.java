package org.sagrada.pidp.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.KEY_FETCH;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class TotpIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Test
    void asksForACodeAtEachSignInOnceItIsOn() {
        var account = client.signUp();
        var secret = secret(account);
        var confirmed = verify(account.sessionToken(), code(secret));
        assertThat(confirmed.json().get("success").booleanValue()).isTrue();
        assertThat(confirmed.json().get("recoveryCodes")).hasSize(8);

        var login = client.login(account.email(), account.password());
        var session = login.text("sessionToken");
        assertThat(login.json().get("verified").booleanValue()).isFalse();
        assertThat(login.text("verificationMethod")).isEqualTo("totp-2fa");
        assertThat(client.get("/v1/account/keys", KEY_FETCH, login.text("keyFetchToken"))
                        .errno())
                .isEqualTo(104);
        assertThat(client.post("/v1/totp/destroy", Map.of(), SESSION, session).errno())
                .isEqualTo(138);

        clock.advance(Duration.ofSeconds(60));
        assertThat(verify(session, code(secret)).json().get("success").booleanValue())
                .isTrue();
        assertThat(client.get("/v1/account/keys", KEY_FETCH, login.text("keyFetchToken"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesACodeOnceAndNoOther() {
        var account = client.signUp();
        var secret = secret(account);
        var code = code(secret);
        assertThat(verify(account.sessionToken(), code.equals("000000") ? "1" : "000000")
                        .json()
                        .get("success")
                        .booleanValue())
                .isFalse();
        verify(account.sessionToken(), code);
        var session = client.login(account.email(), account.password()).text("sessionToken");
        assertThat(verify(session, code).json().get("success").booleanValue()).isFalse();
    }

    @Test
    void takesACodeFromPaperOnce() {
        var account = client.signUp();
        var codes = verify(account.sessionToken(), code(secret(account))).json().get("recoveryCodes");
        var paper = codes.get(0).stringValue();
        var session = client.login(account.email(), account.password()).text("sessionToken");
        var used = client.post("/v1/session/verify/recoveryCode", Map.of("code", paper), SESSION, session);
        assertThat(used.json().get("remaining").intValue()).isEqualTo(7);
        assertThat(client.get("/v1/session/status", SESSION, session).text("state"))
                .isEqualTo("verified");
        assertThat(client.post("/v1/session/verify/recoveryCode", Map.of("code", paper), SESSION, session)
                        .errno())
                .isEqualTo(156);
    }

    @Test
    void keepsOneSecondStepForAnAccount() {
        var account = client.signUp();
        var secret = secret(account);
        assertThat(client.get("/v1/totp/exists", SESSION, account.sessionToken())
                        .json()
                        .get("verified")
                        .booleanValue())
                .isFalse();
        verify(account.sessionToken(), code(secret));
        assertThat(client.post("/v1/totp/create", Map.of(), SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(154);
        assertThat(client.post("/v1/totp/destroy", Map.of(), SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/v1/totp/destroy", Map.of(), SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(155);
        assertThat(client.login(account.email(), account.password())
                        .json()
                        .get("verified")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void lessensNothingWhenThePasswordIsChanged() {
        var account = client.signUp();
        verify(account.sessionToken(), code(secret(account)));
        var body = Map.of(
                "email",
                account.email(),
                "oldAuthPW",
                account.stretch().authPw().toHex());
        assertThat(client.post("/v1/password/change/start", body).errno()).isEqualTo(138);
        assertThat(client.post("/v1/password/change/start", body, SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
    }

    private byte[] secret(PidpClient.SignedUp account) {
        var created = client.post("/v1/totp/create", Map.of(), SESSION, account.sessionToken());
        assertThat(created.text("qrCodeUrl")).startsWith("data:image/svg+xml;base64,");
        return decode(created.text("secret"));
    }

    private String code(byte[] secret) {
        return TotpCode.of(secret, clock.instant().getEpochSecond() / 30);
    }

    private Answer verify(String session, String code) {
        return client.post("/v1/session/verify/totp", Map.of("code", code), SESSION, session);
    }

    private static byte[] decode(String base32) {
        var bits = new StringBuilder();
        for (var i = 0; i < base32.length(); i++) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
