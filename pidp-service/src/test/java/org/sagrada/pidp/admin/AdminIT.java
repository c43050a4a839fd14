package org.sagrada.pidp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    void findsAnAccountByItsAddressAndShowsAllOfIt() {
        var account = client.signUp();
        var found = admin("GET", "/accounts?email=" + account.email().toUpperCase(Locale.ROOT), null)
                .json()
                .get("accounts");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("uid").stringValue()).isEqualTo(account.uid());
        assertThat(admin("GET", "/accounts?email=nobody@example.org", null)
                        .json()
                        .get("accounts"))
                .isEmpty();
        assertThat(admin("GET", "/accounts?limit=1", null).json().get("accounts"))
                .hasSize(1);

        var shown = admin("GET", "/accounts/" + account.uid(), null).json();
        assertThat(shown.at("/addresses/0/email").stringValue()).isEqualTo(account.email());
        assertThat(shown.at("/sessions/0/userAgent").stringValue()).isEqualTo("PidpClient/1");
        assertThat(shown.get("secondStep").booleanValue()).isFalse();
        assertThat(shown.toString()).doesNotContain(account.sessionToken());
        assertThat(admin("GET", "/accounts/" + "0".repeat(32), null).errno()).isEqualTo(102);
        assertThat(admin("GET", "/accounts/" + "0".repeat(32), null).status()).isEqualTo(404);
    }

    @Test
    void answersMistakesAsProblems() {
        for (var path : List.of(
                "/accounts?after=%00",
                "/accounts?after=x", "/accounts?limit=0", "/accounts?email=x", "/mails?limit=1e9")) {
            var answer = admin("GET", path, null);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.json().get("status").intValue()).isEqualTo(400);
            assertThat(answer.text("detail")).isNotBlank();
        }
        assertThat(admin("PUT", "/accounts", Map.of()).status()).isEqualTo(405);
        assertThat(admin("POST", "/invites", Map.of("days", 0)).status()).isEqualTo(400);
        assertThat(admin("POST", "/signing_keys?dryRun=perhaps", null).status()).isEqualTo(400);
        assertThat(send("GET", "/accounts", null, null).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    @Test
    void changesNothingInADryRun() {
        var account = client.signUp();
        var email = PidpClient.newAddress();
        var path = "/accounts/" + account.uid();
        for (var change : List.of("/disable", "/verify")) {
            assertThat(admin("POST", path + change + "?dryRun=true", null).status())
                    .isEqualTo(200);
        }
        assertThat(admin("DELETE", path + "?dryRun=true", null).status()).isEqualTo(200);
        var body = Map.of("email", email, "authPW", "00".repeat(32));
        assertThat(admin("POST", "/accounts?dryRun=true", body).text("uid")).hasSize(32);
        var kid = admin("POST", "/signing_keys?dryRun=true", null).text("kid");
        var invite = admin("POST", "/invites?dryRun=true", Map.of()).text("invite");

        assertThat(client.get("/v1/session/status", SESSION, account.sessionToken())
                        .text("state"))
                .isEqualTo("unverified");
        assertThat(client.post("/v1/account/status", Map.of("email", email))
                        .json()
                        .get("exists")
                        .booleanValue())
                .isFalse();
        var keys = admin("GET", "/signing_keys", null).json().get("keys");
        assertThat(keys.findValuesAsString("kid")).isNotEmpty().doesNotContain(kid);
        assertThat(keys.toString()).doesNotContain("secret");
        assertThat(signUp("s" + email + ".net", invite).errno()).isEqualTo(125);
        assertThat(admin("POST", "/accounts/" + "0".repeat(32) + "/disable?dryRun=true", null)
                        .errno())
                .isEqualTo(102);
    }

    @Test
    void showsLimitsThatAreUsedUpAndLiftsThem() {
        var account = client.signUp();
        Stream.generate(() -> client.login(account.email(), "wrong")).limit(31).forEach(answer -> {});
        assertThat(client.login(account.email(), account.password()).errno()).isEqualTo(114);
        var limit = admin("GET", "/limits", null)
                .json()
                .get("limits")
                .valueStream()
                .filter(found -> found.get("who").stringValue().startsWith(account.uid()))
                .findFirst()
                .orElseThrow();
        assertThat(limit.get("what").stringValue()).isEqualTo("wrong-password");
        var body = Map.of("what", "wrong-password", "who", limit.get("who").stringValue());
        assertThat(admin("DELETE", "/limits", body).status()).isEqualTo(200);
        assertThat(client.login(account.email(), account.password()).status()).isEqualTo(200);
        assertThat(admin("DELETE", "/limits", body).status()).isEqualTo(404);
    }

    @Test
    void countsForTheOperatorWhatHappens() {
        var account = client.signUp();
        client.login(account.email(), "wrong");
        client.login(account.email(), account.password());
        var metrics = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                                .build())
                .body();
        assertThat(metrics)
                .contains(
                        "sagrada_pidp_logins_total",
                        "outcome=\"wrong-password\"",
                        "outcome=\"unverified\"",
                        "sagrada_pidp_scrypt_wait_seconds_count",
                        "sagrada_pidp_scrypt_work_seconds_sum",
                        "sagrada_pidp_scrypt_waiting",
                        "sagrada_pidp_scrypt_refused_total",
                        "sagrada_pidp_mail_waiting",
                        "sagrada_pidp_mail_lag_seconds",
                        "sagrada_pidp_event_waiting",
                        "sagrada_pidp_event_lag_seconds",
                        "sagrada_pidp_certificate_sign_seconds_count");
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
        return "%032x".formatted(new BigInteger(uid, 16).subtract(BigInteger.ONE));
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
