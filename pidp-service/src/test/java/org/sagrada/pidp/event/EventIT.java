package org.sagrada.pidp.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sagrada.model.onepw.TokenKind.ACCOUNT_RESET;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_CHANGE;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.ConnectedPidpIT;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.OutsideWorld;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.certificate.SigningKeys;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ConnectedPidpIT
class EventIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private MovableClock clock;

    @Test
    void pushesAChangeAResetAndADeletionInThisOrderAlsoAfterTheReceiverWasAway() {
        OutsideWorld.refuseNext(3);
        var account = client.signUp();
        var before = clock.millis();
        change(account, "second");
        var reset = reset(account);
        client.post("/v1/account/reset", Map.of("authPW", reset), ACCOUNT_RESET, resetToken(account));
        client.post("/v1/account/destroy", Map.of("email", account.email(), "authPW", reset));

        var claims = awaitEvents(account.uid(), 3);

        assertThat(claims).hasSize(3);
        assertThat(claims.get(0).get("iss").stringValue()).isEqualTo("accounts.example.org");
        assertThat(claims.get(0).get("aud").stringValue()).isEqualTo("https://token.example.org");
        assertThat(claims.get(0).get("events").propertyNames()).containsExactly(AccountEvent.PASSWORD_CHANGE.uri());
        assertThat(claims.get(1).get("events").propertyNames())
                .containsExactlyInAnyOrder(AccountEvent.ACCOUNT_RESET.uri(), AccountEvent.KEYS_CHANGED.uri());
        assertThat(claims.get(2).get("events").propertyNames()).containsExactly(AccountEvent.DELETE_USER.uri());
        var changed = changeTime(claims.get(0), AccountEvent.PASSWORD_CHANGE);
        assertThat(changed).isGreaterThanOrEqualTo(before);
        assertThat(changeTime(claims.get(1), AccountEvent.ACCOUNT_RESET)).isGreaterThan(changed);
        assertThat(claims.stream().map(claim -> claim.get("jti").stringValue())).doesNotHaveDuplicates();
    }

    /** The other receiver, which is asked first, lets each push run into its time-out of 5 s. */
    @Test
    void aReceiverThatHangsKeepsNobodyElseWaiting() {
        for (var i = 0; i < 2; i++) {
            var account = client.signUp();
            destroy(account);
            assertThat(awaitEvents(account.uid(), 1, Duration.ofSeconds(4))).hasSize(1);
        }
    }

    @Test
    void lettingOneEventWaitHoldsUpNobodyElses() {
        var refused = client.signUp();
        var other = client.signUp();
        OutsideWorld.refuseEventsOf(refused.uid());
        destroy(refused);
        destroy(other);
        awaitEvents(other.uid(), 1);
        assertThat(about(refused.uid())).isEmpty();
        OutsideWorld.refuseEventsOf("");
        awaitEvents(refused.uid(), 1);
    }

    @Test
    void handsTheTraceOfTheRequestOnToTheReceiver() {
        var account = client.signUp();
        var id = destroy(account).headers().firstValue("X-Request-Id").orElseThrow();
        awaitEvents(account.uid(), 1);

        assertThat(OutsideWorld.traces()).anyMatch(trace -> trace.startsWith("00-" + id + "-"));
    }

    private Answer destroy(PidpClient.SignedUp account) {
        var authPw = account.stretch().authPw().toHex();
        return client.post("/v1/account/destroy", Map.of("email", account.email(), "authPW", authPw));
    }

    private List<JsonNode> awaitEvents(String uid, int least) {
        return awaitEvents(uid, least, Duration.ofSeconds(20));
    }

    private List<JsonNode> awaitEvents(String uid, int least, Duration patience) {
        return await().pollInSameThread()
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            // The pauses between attempts are of the service's clock.
                            clock.advance(Duration.ofSeconds(1));
                            return about(uid);
                        },
                        events -> events.size() >= least);
    }

    @Test
    void signsWithAPublishedKey() {
        var account = client.signUp();
        destroy(account);
        var token = await().until(
                        () -> OutsideWorld.events().stream()
                                .filter(event ->
                                        claims(event).get("sub").stringValue().equals(account.uid()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        var dot = token.lastIndexOf('.');
        assertThat(keys.current()
                        .key()
                        .verifyingKey()
                        .verifies(token.substring(0, dot).getBytes(UTF_8), Base64Url.decode(token.substring(dot + 1))))
                .isTrue();
        var header = JsonMapper.shared().readTree(Base64Url.decode(token.substring(0, token.indexOf('.'))));
        assertThat(header.get("typ").stringValue()).isEqualTo("secevent+jwt");
    }

    private void change(PidpClient.SignedUp account, String password) {
        var started = client.post(
                "/v1/password/change/start",
                Map.of(
                        "email", account.email(),
                        "oldAuthPW", account.stretch().authPw().toHex()));
        var next = QuickStretch.v1(account.email(), password).authPw().toHex();
        client.post(
                "/v1/password/change/finish",
                Map.of("authPW", next, "wrapKb", "00".repeat(32)),
                PASSWORD_CHANGE,
                started.text("passwordChangeToken"));
    }

    private static String reset(PidpClient.SignedUp account) {
        return QuickStretch.v1(account.email(), "third").authPw().toHex();
    }

    private String resetToken(PidpClient.SignedUp account) {
        var token = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        var code = Map.of("code", mail.code(account.email()));
        return client.post("/v1/password/forgot/verify_code", code, PASSWORD_FORGOT, token)
                .text("accountResetToken");
    }

    private static List<JsonNode> about(String uid) {
        return OutsideWorld.events().stream()
                .map(EventIT::claims)
                .filter(claims -> claims.get("sub").stringValue().equals(uid))
                .toList();
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64Url.decode(token.split("\\.", -1)[1]));
    }

    private static long changeTime(JsonNode claims, AccountEvent kind) {
        return claims.get("events")
                .get(kind.uri())
                .get(AccountEvent.CHANGE_TIME)
                .longValue();
    }
}
