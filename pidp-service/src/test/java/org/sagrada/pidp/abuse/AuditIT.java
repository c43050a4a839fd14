package org.sagrada.pidp.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.ACCOUNT_RESET;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_CHANGE;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.HeldMail;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit log tells an account's life: what happened, to whom, from where. */
@PidpIT
class AuditIT {

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void tellsTheLifeOfAnAccount() {
        var account = client.signUp();
        client.login(account.email(), "wrong");
        var session = client.login(account.email(), account.password()).text("sessionToken");
        client.keys(account.keyFetchToken());
        var other = PidpClient.newAddress();
        client.post("/v1/recovery_email", Map.of("email", other), SESSION, session);
        client.post("/v1/recovery_email/set_primary", Map.of("email", other), SESSION, session);
        client.post("/v1/recovery_email/destroy", Map.of("email", account.email()), SESSION, session);
        var key = Map.of("recoveryKeyId", "ab".repeat(16), "recoveryData", "a.b.c.d.e");
        client.post("/v1/recoveryKey", key, SESSION, session);
        client.signed("DELETE", "/v1/recoveryKey", null, SESSION, session);
        client.post("/v1/session/destroy", Map.of(), SESSION, session);
        change(account, other);
        reset(other);

        assertThat(happenings(account.uid()))
                .containsExactly(
                        "ACCOUNT_CREATED",
                        "WRONG_PASSWORD",
                        "SIGNED_IN",
                        "KEYS_FETCHED",
                        "EMAIL_ADDED",
                        "EMAIL_CHANGED",
                        "EMAIL_REMOVED",
                        "RECOVERY_KEY_MADE",
                        "RECOVERY_KEY_REMOVED",
                        "SIGNED_OUT",
                        "PASSWORD_CHANGED",
                        "PASSWORD_RESET_ASKED",
                        "PASSWORD_RESET");
        assertThat(about(account.uid())).allMatch(line -> line.endsWith(" address=127.0.0.1"));
        assertThat(lines.list).noneMatch(line -> line.getFormattedMessage().contains("@"));
    }

    private void change(PidpClient.SignedUp account, String primary) {
        var authPw = account.stretch().authPw().toHex();
        var started = client.post(
                "/v1/password/change/start",
                Map.of("email", account.email(), "originalLoginEmail", primary, "oldAuthPW", authPw));
        client.post(
                "/v1/password/change/finish",
                Map.of("authPW", "11".repeat(32), "wrapKb", "22".repeat(32)),
                PASSWORD_CHANGE,
                started.text("passwordChangeToken"));
    }

    private void reset(String email) {
        var forgot = client.post("/v1/password/forgot/send_code", Map.of("email", email))
                .text("passwordForgotToken");
        var code = Map.of("code", mail.code(email));
        var token = client.post("/v1/password/forgot/verify_code", code, PASSWORD_FORGOT, forgot)
                .text("accountResetToken");
        client.post("/v1/account/reset", Map.of("authPW", "33".repeat(32)), ACCOUNT_RESET, token);
    }

    private List<String> about(String uid) {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(" uid=" + uid + " "))
                .toList();
    }

    private List<String> happenings(String uid) {
        return about(uid).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
