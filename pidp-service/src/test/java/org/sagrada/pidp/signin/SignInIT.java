package org.sagrada.pidp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.KEY_FETCH;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class SignInIT {

    private static final String ZEROS = "0".repeat(64);

    @Autowired
    private PidpClient client;

    @Test
    void handsOutTheSameKeysAtSignUpAndAtEachSignIn() {
        var account = client.signUp();
        var first = client.keys(account.keyFetchToken());

        var login = client.login(account.email(), account.password());

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("uid")).isEqualTo(account.uid());
        assertThat(login.json().get("verified").booleanValue()).isTrue();
        assertThat(login.json().has("verificationMethod")).isFalse();
        assertThat(client.keys(login.text("keyFetchToken"))).isEqualTo(first);
        assertThat(first.kB(account.stretch())).isNotEqualTo(first.kA());
    }

    @Test
    void handsOutKeysOnlyWhenAsked() {
        var email = PidpClient.newAddress();
        var body = Map.of("email", email, "authPW", ZEROS);
        assertThat(client.post("/v1/account/create", body).json().has("keyFetchToken"))
                .isFalse();
        assertThat(client.post("/v1/account/login?service=sync", body).json().has("keyFetchToken"))
                .isFalse();
    }

    @Test
    void usesAKeyFetchTokenUp() {
        var account = client.signUp();
        assertThat(client.get("/v1/account/keys", KEY_FETCH, account.keyFetchToken())
                        .status())
                .isEqualTo(200);
        var second = client.get("/v1/account/keys", KEY_FETCH, account.keyFetchToken());
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.errno()).isEqualTo(110);
    }

    @Test
    void tellsAWrongPasswordFromAnUnknownAccountAndAWrongSpelling() {
        var account = client.signUp();

        var wrong = client.login(account.email(), "wrong");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.errno()).isEqualTo(103);
        assertThat(wrong.text("email")).isEqualTo(account.email());

        var upper = client.login(account.email().toUpperCase(Locale.ROOT), account.password());
        assertThat(upper.errno()).isEqualTo(120);
        assertThat(upper.text("email")).isEqualTo(account.email());

        var unknown = client.login(PidpClient.newAddress(), account.password());
        assertThat(unknown.errno()).isEqualTo(102);
    }

    @Test
    void letsInWhoSpellsTheAddressDifferentlyButStretchedItRight() {
        var account = client.signUp();
        var answer = client.post(
                "/v1/account/login",
                Map.of(
                        "email", account.email().toUpperCase(Locale.ROOT),
                        "authPW", account.stretch().authPw().toHex()));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesASecondAccountForAnAddressInAnyCase() {
        var account = client.signUp();
        var again = client.post(
                "/v1/account/create", Map.of("email", account.email().toUpperCase(Locale.ROOT), "authPW", ZEROS));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.errno()).isEqualTo(101);
        assertThat(client.login(account.email(), account.password()).status()).isEqualTo(200);
    }

    @Test
    void acceptsBothVersionsOfAPasswordAndTheyLeadToTheSameKey() {
        var email = PidpClient.newAddress();
        var kB = Key32.fromHex("1f".repeat(32));
        var version1 = QuickStretch.v1(email, "pässwörd");
        var salt = "identity.mozilla.com/picl/v1/quickStretchV2:0123456789abcdef0123456789abcdef";
        var version2 = QuickStretch.v2(salt, "pässwörd");
        var created = client.post(
                "/v1/account/create?keys=true",
                Map.of(
                        "email", email,
                        "authPW", version1.authPw().toHex(),
                        "wrapKb", kB.xor(version1.unwrapBKey()).toHex(),
                        "authPWVersion2", version2.authPw().toHex(),
                        "wrapKbVersion2", kB.xor(version2.unwrapBKey()).toHex(),
                        "clientSalt", salt));
        assertThat(client.keys(created.text("keyFetchToken")).kB(version1)).isEqualTo(kB);
        assertThat(client.keys(created.text("keyFetchTokenVersion2")).kB(version2))
                .isEqualTo(kB);

        var login2 = client.post(
                "/v1/account/login?keys=true",
                Map.of("email", email, "authPW", version2.authPw().toHex()));
        assertThat(login2.json().has("keyFetchToken")).isFalse();
        assertThat(client.keys(login2.text("keyFetchTokenVersion2")).kB(version2))
                .isEqualTo(kB);
        assertThat(client.keys(client.login(email, "pässwörd").text("keyFetchToken"))
                        .kB(version1))
                .isEqualTo(kB);
    }

    @Test
    void refusesHalfOfTheSecondVersion() {
        var answer = client.post(
                "/v1/account/create",
                Map.of("email", PidpClient.newAddress(), "authPW", ZEROS, "authPWVersion2", ZEROS, "wrapKb", ZEROS));
        assertThat(answer.errno()).isEqualTo(108);
        assertThat(answer.text("param")).isEqualTo("wrapKbVersion2");
    }

    @Test
    void saysWhetherAnAccountExists() {
        var account = client.signUp();
        assertThat(client.get("/v1/account/status?uid=" + account.uid())
                        .json()
                        .get("exists")
                        .booleanValue())
                .isTrue();
        assertThat(client.get("/v1/account/status?uid=" + "0".repeat(32))
                        .json()
                        .get("exists")
                        .booleanValue())
                .isFalse();
        assertThat(client.get("/v1/account/status").errno()).isEqualTo(108);
        assertThat(client.post("/v1/account/status", Map.of("email", account.email()))
                        .json()
                        .get("exists")
                        .booleanValue())
                .isTrue();
        assertThat(client.get("/v1/account/status", SESSION, account.sessionToken())
                        .json()
                        .get("hasPassword")
                        .booleanValue())
                .isTrue();
    }
}
