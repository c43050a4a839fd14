package org.sagrada.pidp.device;

import static org.assertj.core.api.Assertions.assertThat;
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
class DeviceIT {

    private static final String COMMAND = "https://identity.mozilla.com/cmd/open-uri";

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Test
    void registersRenamesAndListsDevices() {
        var account = client.signUp();
        var phone = client.login(account.email(), account.password()).text("sessionToken");
        var laptop = register(account.sessionToken(), "laptop");
        register(phone, "phone");

        var renamed = client.post(
                "/v1/account/device",
                Map.of("id", laptop.text("id"), "name", "office"),
                SESSION,
                account.sessionToken());
        assertThat(renamed.text("name")).isEqualTo("office");
        assertThat(renamed.text("type")).isEqualTo("desktop");

        var list = client.get("/v1/account/devices", SESSION, phone).json();
        assertThat(list).hasSize(2);
        assertThat(list.findValuesAsString("name")).containsExactlyInAnyOrder("office", "phone");
        assertThat(list.valueStream().filter(one -> one.get("isCurrentDevice").booleanValue()))
                .singleElement()
                .extracting(one -> one.get("name").stringValue())
                .isEqualTo("phone");
    }

    @Test
    void keepsOneDeviceForASession() {
        var account = client.signUp();
        var other = client.login(account.email(), account.password()).text("sessionToken");
        var first = register(account.sessionToken(), "first");
        assertThat(register(account.sessionToken(), "again").text("id")).isEqualTo(first.text("id"));
        register(other, "other");

        var taken = client.post("/v1/account/device", Map.of("id", first.text("id"), "name", "x"), SESSION, other);
        assertThat(taken.errno()).isEqualTo(124);
        assertThat(taken.json().has("deviceId")).isTrue();
        var unknown = client.post("/v1/account/device", Map.of("id", "0".repeat(32)), SESSION, other);
        assertThat(unknown.errno()).isEqualTo(123);
    }

    @Test
    void endsTheSessionOfARevokedDeviceAndNoStrangers() {
        var account = client.signUp();
        var stolen = client.login(account.email(), account.password()).text("sessionToken");
        var id = register(stolen, "stolen").text("id");
        var stranger = client.signUp();

        assertThat(destroy(stranger.sessionToken(), id).errno()).isEqualTo(123);
        assertThat(destroy(account.sessionToken(), id).status()).isEqualTo(200);
        assertThat(client.get("/v1/session/status", SESSION, stolen).errno()).isEqualTo(110);
        assertThat(client.get("/v1/account/devices", SESSION, account.sessionToken())
                        .json())
                .isEmpty();
    }

    @Test
    void listsSessionsUnderHandlesAndEndsThem() {
        var account = client.signUp();
        var other = client.login(account.email(), account.password()).text("sessionToken");
        var attached = client.get("/v1/account/attached_clients", SESSION, account.sessionToken())
                .json();
        assertThat(attached).hasSize(2);
        var handle = attached.valueStream()
                .filter(one -> !one.get("isCurrentSession").booleanValue())
                .findFirst()
                .orElseThrow()
                .get("sessionTokenId")
                .stringValue();
        assertThat(client.get("/v1/account/sessions", SESSION, other).json()).hasSize(2);
        var body = Map.of("sessionTokenId", handle);
        assertThat(client.post("/v1/account/attached_client/destroy", body, SESSION, account.sessionToken())
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/v1/session/status", SESSION, other).errno()).isEqualTo(110);
    }

    @Test
    void saysWhenADeviceWasLastUsed() {
        var account = client.signUp();
        register(account.sessionToken(), "one");
        clock.advance(Duration.ofHours(1));
        var now = clock.millis();
        client.get("/v1/session/status", SESSION, account.sessionToken());
        var list = client.get("/v1/account/devices", SESSION, account.sessionToken())
                .json();
        assertThat(list.get(0).get("lastAccessTime").longValue()).isGreaterThanOrEqualTo(now);
        var recent = client.get(
                "/v1/account/devices?filterIdleDevicesTimestamp=" + (clock.millis() + 1000),
                SESSION,
                account.sessionToken());
        assertThat(recent.json()).isEmpty();
    }

    @Test
    void passesCommandsOnInOrderUnderNumbersThatOnlyGrow() {
        var account = client.signUp();
        var target = client.login(account.email(), account.password()).text("sessionToken");
        var sender = register(account.sessionToken(), "sender").text("id");
        var targetId = client.post(
                        "/v1/account/device",
                        Map.of("name", "target", "type", "mobile", "availableCommands", Map.of(COMMAND, "keys")),
                        SESSION,
                        target)
                .text("id");

        for (var i = 1; i <= 3; i++) {
            var answer = invoke(account.sessionToken(), targetId, COMMAND, Map.of("number", i));
            assertThat(answer.json().get("enqueued").booleanValue())
                    .as(answer.body())
                    .isTrue();
        }
        assertThat(invoke(account.sessionToken(), targetId, "other", Map.of()).errno())
                .isEqualTo(157);
        assertThat(invoke(account.sessionToken(), sender, COMMAND, Map.of()).errno())
                .isEqualTo(157);

        var page = client.get("/v1/account/device/commands?index=1&limit=1", SESSION, target)
                .json();
        assertThat(page.get("last").booleanValue()).isFalse();
        assertThat(page.get("index").longValue()).isEqualTo(2);
        assertThat(page.at("/messages/0/data/payload/number").intValue()).isEqualTo(2);
        assertThat(page.at("/messages/0/data/sender").stringValue()).isEqualTo(sender);
        var rest = client.get("/v1/account/device/commands?index=2", SESSION, target)
                .json();
        assertThat(rest.get("last").booleanValue()).isTrue();
        assertThat(rest.get("messages")).hasSize(1);
    }

    private Answer invoke(String session, String target, String command, Object payload) {
        return client.post(
                "/v1/account/devices/invoke_command",
                Map.of("target", target, "command", command, "payload", payload),
                SESSION,
                session);
    }

    private Answer register(String session, String name) {
        return client.post("/v1/account/device", Map.of("name", name, "type", "desktop"), SESSION, session);
    }

    private Answer destroy(String session, String id) {
        return client.post("/v1/account/device/destroy", Map.of("id", id), SESSION, session);
    }
}
