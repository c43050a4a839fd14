package org.sagrada.pidp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.ConnectedPidpIT;
import org.sagrada.pidp.PidpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

@ConnectedPidpIT
class AdminIT {

    @Autowired
    private PidpClient client;

    @Value("${local.management.port}")
    private int port;

    @Test
    void letsNobodyInWithoutTheToken() {
        assertThat(send("GET", "/accounts", null, null).status()).isEqualTo(401);
        assertThat(send("GET", "/accounts", null, "Bearer wrong").status()).isEqualTo(401);
        assertThat(send("GET", "/nothing", null, "Bearer wrong").status()).isEqualTo(401);
        assertThat(admin("GET", "/nothing", null).status()).isEqualTo(404);
        assertThat(client.get("/admin/pidp/accounts").status()).isEqualTo(404);
    }

    @Test
    void makesListsLocksAndDeletesAccounts() {
        var email = PidpClient.newAddress();
        var authPw = QuickStretch.v1(email, "secret").authPw().toHex();
        var uid = admin("POST", "/accounts", Map.of("email", email, "authPW", authPw))
                .text("uid");
        assertThat(admin("POST", "/accounts", Map.of("email", email, "authPW", authPw))
                        .errno())
                .isEqualTo(101);
        var login = client.login(email, "secret");
        assertThat(login.json().get("verified").booleanValue()).isTrue();
        var listed = admin("GET", "/accounts?after=" + before(uid), null).json().at("/accounts/0");
        assertThat(listed.get("uid").stringValue()).isEqualTo(uid);
        assertThat(listed.get("email").stringValue()).isEqualTo(email);
        assertThat(listed.get("sessions").intValue()).isEqualTo(1);

        assertThat(admin("POST", "/accounts/" + uid + "/disable", null).status())
                .isEqualTo(200);
        assertThat(client.get("/v1/session/status", SESSION, login.text("sessionToken"))
                        .errno())
                .isEqualTo(110);
        assertThat(client.login(email, "secret").errno()).isEqualTo(125);
        assertThat(client.login(email, "wrong").errno()).isEqualTo(103);
        admin("POST", "/accounts/" + uid + "/enable", null);
        assertThat(client.login(email, "secret").status()).isEqualTo(200);

        assertThat(admin("DELETE", "/accounts/" + uid, null).status()).isEqualTo(200);
        assertThat(admin("DELETE", "/accounts/" + uid, null).errno()).isEqualTo(102);
        assertThat(client.login(email, "secret").errno()).isEqualTo(102);
    }

    @Test
    void vouchesForAnAddress() {
        var account = client.signUp();
        admin("POST", "/accounts/" + account.uid() + "/verify", null);
        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .text("state"))
                .isEqualTo("verified");
    }

    @Test
    void showsMailsWithTheirCodes() {
        var account = client.signUp();
        var newest = admin("GET", "/mails", null)
                .json()
                .get("mails")
                .valueStream()
                .filter(mail -> mail.get("recipient").stringValue().equals(account.email()))
                .findFirst()
                .orElseThrow();
        assertThat(newest.get("code").stringValue()).matches("[0-9a-f]{32}");
        assertThat(admin("GET", "/events", null).json().get("waiting").isArray())
                .isTrue();
    }

    @Test
    void rotatesTheSigningKey() {
        var kid = admin("POST", "/signing_keys", null).text("kid");
        assertThat(client.get("/.well-known/public-keys").json().get("keys").findValuesAsString("kid"))
                .contains(kid);
    }

    @Test
    void letsStrangersInByInviteOnce() {
        var stranger = "s" + PidpClient.newAddress() + ".net";
        assertThat(signUp(stranger, null).errno()).isEqualTo(125);
        assertThat(signUp(stranger, "0123456789abcdef").errno()).isEqualTo(125);
        var other =
                admin("POST", "/invites", Map.of("email", "other@example.net")).text("invite");
        assertThat(signUp(stranger, other).errno()).isEqualTo(125);

        var invite = admin("POST", "/invites", Map.of("days", 1)).text("invite");
        assertThat(signUp(stranger, invite).status()).isEqualTo(200);
        assertThat(signUp("another-" + stranger, invite).errno()).isEqualTo(125);
    }

    private Answer signUp(String email, @Nullable String invite) {
        var body = new HashMap<String, Object>(Map.of("email", email, "authPW", "00".repeat(32)));
        if (invite != null) {
            body.put("invite", invite);
        }
        return client.post("/v1/account/create", body);
    }

    private static String before(String uid) {
        var last = uid.charAt(31) == '0' ? uid.substring(0, 31) : uid.substring(0, 31) + (char) (uid.charAt(31) - 1);
        return last.endsWith("`") ? uid.substring(0, 31) + "9" : last;
    }

    private Answer admin(String method, String path, @Nullable Object body) {
        return send(method, path, body, "Bearer " + ConnectedPidpIT.ADMIN_TOKEN);
    }

    private Answer send(String method, String path, @Nullable Object body, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/pidp" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)))
                .header("Content-Type", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build());
    }
}
