package org.sagrada.pidp.servicekey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.ACCOUNT_RESET;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class ServiceKeyIT {

    private static final String NOTES = path("https://notes.example.org", "data");
    private static final String PHOTOS = path("https://photos.example.org:8443", "data");

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    @Test
    void keepsReplacesListsAndRevokesWrappedKeys() {
        var session = client.signUp().sessionToken();
        assertThat(put(NOTES, "AQID", session).body()).isEqualTo("{}");
        put(PHOTOS, "BBBB", session);
        put(NOTES, "AQIE", session);

        assertThat(get(NOTES, session).text("wrappedKey")).isEqualTo("AQIE");
        var list = client.get("/v1/service_keys", SESSION, session).json().get("keys");
        assertThat(list.findValuesAsString("origin"))
                .containsExactly("https://notes.example.org", "https://photos.example.org:8443");
        assertThat(client.signed("DELETE", NOTES, null, SESSION, session).status())
                .isEqualTo(200);
        assertThat(get(NOTES, session).status()).isEqualTo(404);
        assertThat(client.signed("DELETE", NOTES, null, SESSION, session).status())
                .isEqualTo(404);
        assertThat(get(PHOTOS, session).status()).isEqualTo(200);
    }

    @Test
    void keepsUsersApart() {
        put(NOTES, "AQID", client.signUp().sessionToken());
        assertThat(get(NOTES, client.signUp().sessionToken()).status()).isEqualTo(404);
    }

    @Test
    void saysThatAResetMadeAKeyUselessUntilItIsReplaced() {
        var account = client.signUp();
        put(NOTES, "AQID", account.sessionToken());
        var forgot = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        var reset = client.post(
                        "/v1/password/forgot/verify_code",
                        Map.of("code", mail.code(account.email())),
                        PASSWORD_FORGOT,
                        forgot)
                .text("accountResetToken");
        var next = QuickStretch.v1(account.email(), "next").authPw().toHex();
        var session = client.post(
                        "/v1/account/reset", Map.of("authPW", next, "sessionToken", true), ACCOUNT_RESET, reset)
                .text("sessionToken");

        var gone = get(NOTES, session);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.errno()).isEqualTo(301);
        var listed = client.get("/v1/service_keys", SESSION, session).json().at("/keys/0/usable");
        assertThat(listed.booleanValue()).isFalse();
        put(NOTES, "CCCC", session);
        assertThat(get(NOTES, session).text("wrappedKey")).isEqualTo("CCCC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/path", "not a url", "https://a.example/", "a.example", "https:"})
    void refusesWhatIsNoOrigin(String origin) {
        var answer = put(path(origin, "data"), "AQID", client.signUp().sessionToken());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errno()).isEqualTo(107);
    }

    @Test
    void refusesWhatIsNotBase64() {
        var session = client.signUp().sessionToken();
        assertThat(put(NOTES, "not base64!", session).errno()).isEqualTo(107);
        assertThat(client.signed("PUT", "/v1/service_keys/a===/data", Map.of("wrappedKey", "AA"), SESSION, session)
                        .errno())
                .isEqualTo(107);
    }

    private Answer put(String path, String wrapped, String session) {
        return client.signed("PUT", path, Map.of("wrappedKey", wrapped), SESSION, session);
    }

    private Answer get(String path, String session) {
        return client.get(path, SESSION, session);
    }

    private static String path(String origin, String type) {
        return "/v1/service_keys/" + Base64Url.encode(origin.getBytes(UTF_8)) + "/" + type;
    }
}
