package org.sagrada.pidp.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;
import static org.sagrada.pidp.oauth.OAuthClientForTests.DESKTOP;
import static org.sagrada.pidp.oauth.OAuthClientForTests.SYNC;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Where Firefox stumbles over a server that another client would be content with. */
@PidpIT
class FirefoxTrapsIT {

    private static final String COMMAND = "https://identity.mozilla.com/cmd/open-uri";

    @Autowired
    private PidpClient client;

    private PidpClient.SignedUp account;

    @BeforeEach
    void signUp() {
        account = client.signUp();
    }

    @Test
    void theHashOfABodyIsOverTheBareMediaType() {
        var target = "/v1/account/device";
        var body = "{\"name\":\"laptop\",\"type\":\"desktop\",\"availableCommands\":{}}";
        var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + target))
                .header("Authorization", client.sign("POST", target, body, SESSION, account.sessionToken()))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** An empty body or null counts as a failure, and so does a member called error. */
    @Test
    void whatHasNothingToSayAnswersWithAnObject() {
        var session = account.sessionToken();
        var device = client.post(
                "/v1/account/device",
                Map.of("name", "laptop", "type", "desktop", "availableCommands", Map.of(COMMAND, "keys")),
                SESSION,
                session);
        var answers = List.of(
                device,
                client.post(
                        "/v1/account/devices/notify",
                        Map.of("to", "all", "excluded", List.of(device.text("id")), "payload", Map.of(), "TTL", 0),
                        SESSION,
                        session),
                client.post(
                        "/v1/account/devices/invoke_command",
                        Map.of("target", device.text("id"), "command", COMMAND, "payload", Map.of("encrypted", "x")),
                        SESSION,
                        session),
                client.get("/v1/account/device/commands?index=0", SESSION, session),
                client.get("/v1/session/status", SESSION, session),
                client.get("/v1/account/status?uid=" + account.uid()),
                client.post("/v1/oauth/destroy", Map.of("client_id", DESKTOP)),
                client.post("/v1/session/destroy?service=sync", Map.of(), SESSION, session));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            assertThat(answer.json().isObject()).isTrue();
            assertThat(answer.json().has("error")).isFalse();
        });
    }

    /** A 401 is repeated at once, and 110 begins the question whether the account is still there. */
    @Test
    void aDeadSessionIsToldFromADeletedAccount() {
        client.post("/v1/session/destroy", Map.of(), SESSION, account.sessionToken());
        for (var attempt = 0; attempt < 2; attempt++) {
            var answer = new OAuthClientForTests(client).bySession(account.sessionToken(), SYNC);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.errno()).isEqualTo(110);
        }
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .errno())
                .isEqualTo(110);
        assertThat(exists()).isTrue();
        client.post(
                "/v1/account/destroy",
                Map.of(
                        "email",
                        account.email(),
                        "authPW",
                        account.stretch().authPw().toHex()));
        assertThat(exists()).isFalse();
    }

    private boolean exists() {
        return client.get("/v1/account/status?uid=" + account.uid())
                .json()
                .get("exists")
                .booleanValue();
    }
}
