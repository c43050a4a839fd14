package org.sagrada.pidp.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_CHANGE;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class PasswordChangeIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Test
    void keepsTheKeysAndEndsAllSessions() {
        var account = client.signUp();
        var before = client.keys(account.keyFetchToken());
        var kB = before.kB(account.stretch());
        var other = client.login(account.email(), account.password()).text("sessionToken");

        var started = start(account);
        var oldKeys = client.keys(started.text("keyFetchToken"));
        assertThat(oldKeys).isEqualTo(before);
        var next = QuickStretch.v1(account.email(), "new pässwörd");
        var sessionId =
                TokenKeys.derive(SESSION, Key32.fromHex(account.sessionToken())).tokenId();
        var finished = client.post(
                "/v1/password/change/finish?keys=true",
                Map.of(
                        "authPW", next.authPw().toHex(),
                        "wrapKb", kB.xor(next.unwrapBKey()).toHex(),
                        "sessionToken", sessionId.toHex()),
                PASSWORD_CHANGE,
                started.text("passwordChangeToken"));

        assertThat(finished.status()).as(finished.body()).isEqualTo(200);
        assertThat(finished.json().get("verified").booleanValue()).isTrue();
        var after = client.keys(finished.text("keyFetchToken"));
        assertThat(after.kB(next)).isEqualTo(kB);
        assertThat(after.kA()).isEqualTo(before.kA());
        assertThat(status(finished.text("sessionToken"))).isEqualTo(200);
        assertThat(status(account.sessionToken())).isEqualTo(401);
        assertThat(status(other)).isEqualTo(401);
        assertThat(client.login(account.email(), account.password()).errno()).isEqualTo(103);
        assertThat(client.login(account.email(), "new pässwörd").status()).isEqualTo(200);
    }

    @Test
    void answersNothingToWhoNamesNoSession() {
        var account = client.signUp();
        var finished = finish(account, start(account).text("passwordChangeToken"), "other");
        assertThat(finished.body()).isEqualTo("{}");
        assertThat(client.login(account.email(), "other").status()).isEqualTo(200);
    }

    @Test
    void takesItsTokenOnceAndForAQuarterOfAnHour() {
        var account = client.signUp();
        var token = start(account).text("passwordChangeToken");
        assertThat(finish(account, token, "b").status()).isEqualTo(200);
        assertThat(finish(account, token, "c").errno()).isEqualTo(110);

        var late = client.post("/v1/password/change/start", startBody(account, "b"));
        clock.advance(Duration.ofMinutes(16));
        assertThat(finish(account, late.text("passwordChangeToken"), "d").errno())
                .isEqualTo(110);
        assertThat(client.login(account.email(), "b").status()).isEqualTo(200);
    }

    @Test
    void wantsTheOldPasswordAndTheWrappedKey() {
        var account = client.signUp();
        assertThat(client.post("/v1/password/change/start", startBody(account, "wrong"))
                        .errno())
                .isEqualTo(103);
        var token = start(account).text("passwordChangeToken");
        var body = Map.of("authPW", account.stretch().authPw().toHex());
        assertThat(client.post("/v1/password/change/finish", body, PASSWORD_CHANGE, token)
                        .errno())
                .isEqualTo(108);
    }

    @Test
    void keepsSessionsWhenTheSamePasswordIsUpgraded() {
        var account = client.signUp();
        var kB = client.keys(account.keyFetchToken()).kB(account.stretch());
        var salt = "identity.mozilla.com/picl/v1/quickStretchV2:" + "ab".repeat(16);
        var version2 = QuickStretch.v2(salt, account.password());
        var body = new HashMap<String, Object>();
        body.put("authPW", account.stretch().authPw().toHex());
        body.put("wrapKb", kB.xor(account.stretch().unwrapBKey()).toHex());
        body.put("authPWVersion2", version2.authPw().toHex());
        body.put("wrapKbVersion2", kB.xor(version2.unwrapBKey()).toHex());
        body.put("clientSalt", salt);
        var finished = client.post(
                "/v1/password/change/finish",
                body,
                PASSWORD_CHANGE,
                start(account).text("passwordChangeToken"));

        assertThat(finished.status()).isEqualTo(200);
        assertThat(status(account.sessionToken())).isEqualTo(200);
        var credentials = client.post("/v1/account/credentials/status", Map.of("email", account.email()));
        assertThat(credentials.text("currentVersion")).isEqualTo("v2");
        assertThat(credentials.text("clientSalt")).isEqualTo(salt);
        assertThat(client.keys(client.login(account.email(), account.password()).text("keyFetchToken"))
                        .kB(account.stretch()))
                .isEqualTo(kB);
    }

    private Answer start(PidpClient.SignedUp account) {
        return client.post("/v1/password/change/start", startBody(account, account.password()));
    }

    private static Map<String, Object> startBody(PidpClient.SignedUp account, String password) {
        var stretch = QuickStretch.v1(account.email(), password);
        return Map.of("email", account.email(), "oldAuthPW", stretch.authPw().toHex());
    }

    private Answer finish(PidpClient.SignedUp account, String token, String password) {
        var stretch = QuickStretch.v1(account.email(), password);
        var body = Map.of("authPW", stretch.authPw().toHex(), "wrapKb", "00".repeat(32));
        return client.post("/v1/password/change/finish", body, PASSWORD_CHANGE, token);
    }

    private int status(String sessionToken) {
        return client.get("/v1/session/status", SESSION, sessionToken).status();
    }
}
