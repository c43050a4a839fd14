package org.sagrada.pidp.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.sagrada.pidp.oauth.OAuthClientForTests;
import org.springframework.beans.factory.annotation.Autowired;

/** Phones have a refresh token where browsers on a desk have a session. */
@PidpIT
class PhoneIT {

    private static final String COMMAND = "https://identity.mozilla.com/cmd/open-uri";

    @Autowired
    private PidpClient client;

    private PidpClient.SignedUp account;
    private String refreshToken;

    @BeforeEach
    void signInPhone() {
        account = client.signUp();
        refreshToken = new OAuthClientForTests(client)
                .signInPhone(account.sessionToken(), OAuthClientForTests.SYNC)
                .text("refresh_token");
    }

    @Test
    void registersAndIsListedBesideTheDesktop() {
        desktop();
        var phone = phone();

        var seenByPhone =
                client.send("GET", "/v1/account/devices", null, bearer()).json();
        assertThat(seenByPhone.findValuesAsString("name")).containsExactlyInAnyOrder("phone", "desktop");
        assertThat(seenByPhone
                        .valueStream()
                        .filter(one -> one.get("isCurrentDevice").booleanValue())
                        .map(one -> one.get("id").stringValue()))
                .containsExactly(phone.text("id"));

        var clients = client.get("/v1/account/attached_clients", SESSION, account.sessionToken())
                .json();
        assertThat(clients).hasSize(2);
        var listed = clients.valueStream()
                .filter(one -> one.get("clientId").isString())
                .findFirst()
                .orElseThrow();
        assertThat(listed.get("clientId").stringValue()).isEqualTo(OAuthClientForTests.ANDROID);
        assertThat(listed.get("deviceId").stringValue()).isEqualTo(phone.text("id"));
        assertThat(listed.get("sessionTokenId").isNull()).isTrue();
    }

    @Test
    void tabsAreSentBothWays() {
        var desktop = desktop().text("id");
        var phone = phone().text("id");

        assertThat(client.post("/v1/account/devices/invoke_command", command(phone), SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
        var forPhone = client.send("GET", "/v1/account/device/commands?index=0", null, bearer())
                .json();
        assertThat(forPhone.at("/messages/0/data/sender").stringValue()).isEqualTo(desktop);

        assertThat(client.send("POST", "/v1/account/devices/invoke_command", command(desktop), bearer())
                        .status())
                .isEqualTo(200);
        var forDesktop = client.get("/v1/account/device/commands?index=0", SESSION, account.sessionToken())
                .json();
        assertThat(forDesktop.at("/messages/0/data/sender").stringValue()).isEqualTo(phone);
    }

    @Test
    void losesItsTokenWhenItIsRevoked() {
        var phone = phone().text("id");
        var body = new HashMap<String, Object>();
        body.put("deviceId", phone);
        body.put("sessionTokenId", null);
        assertThat(client.post("/v1/account/attached_client/destroy", body, SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
        assertThat(client.send("GET", "/v1/account/devices", null, bearer()).errno())
                .isEqualTo(110);
    }

    @Test
    void isRevokedByTheNameOfItsToken() {
        var listed = client.get("/v1/account/attached_clients", SESSION, account.sessionToken())
                .json();
        var id = listed.valueStream()
                .filter(one -> one.get("refreshTokenId").isString())
                .findFirst()
                .orElseThrow()
                .get("refreshTokenId")
                .stringValue();
        var stranger = client.signUp();
        var body = Map.of("refreshTokenId", id);
        assertThat(client.post("/v1/account/attached_client/destroy", body, SESSION, stranger.sessionToken())
                        .errno())
                .isEqualTo(123);
        assertThat(client.post("/v1/account/attached_client/destroy", body, SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
        assertThat(client.send("GET", "/v1/account/devices", null, bearer()).status())
                .isEqualTo(401);
    }

    @Test
    void aTokenForSomethingElseIsNoDevices() {
        var other = new OAuthClientForTests(client).signInPhone(account.sessionToken(), "profile");
        var answer = client.send("GET", "/v1/account/devices", null, "Bearer " + other.text("refresh_token"));
        assertThat(answer.errno()).isEqualTo(110);
    }

    private Answer desktop() {
        return client.post("/v1/account/device", device("desktop"), SESSION, account.sessionToken());
    }

    private Answer phone() {
        return client.send("POST", "/v1/account/device", device("phone"), bearer());
    }

    private String bearer() {
        return "Bearer " + refreshToken;
    }

    private static Map<String, Object> device(String name) {
        return Map.of("name", name, "type", "mobile", "availableCommands", Map.of(COMMAND, "keys"));
    }

    private static Map<String, Object> command(String target) {
        return Map.of("target", target, "command", COMMAND, "payload", Map.of("encrypted", "x"));
    }
}
