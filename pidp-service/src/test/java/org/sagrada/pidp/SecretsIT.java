package org.sagrada.pidp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_CHANGE;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.RecoveryKey;
import org.sagrada.model.wrap.KeyTags;
import org.sagrada.model.wrap.UnwrapException;
import org.sagrada.model.wrap.WrappingKey;
import org.sagrada.pidp.oauth.OAuthClientForTests;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for keys and passwords in all that a client sent, all that the database keeps and all that the log says. */
@PidpIT
class SecretsIT {

    private static final String PASSWORD = "päss wörd that nobody else has";

    @Autowired
    private PidpClient client;

    @Autowired
    private JdbcClient database;

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.sagrada");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(appender);
        logger.setLevel(null);
    }

    @Test
    void neverReachTheServerAndTokensNeverStay() {
        var account = client.signUp(PidpClient.newAddress(), PASSWORD);
        var login = client.login(account.email(), PASSWORD);
        client.login(account.email(), "wrong " + PASSWORD);
        var stretch = account.stretch();
        var kB = client.keys(login.text("keyFetchToken")).kB(stretch);
        client.post("/v1/session/duplicate", Map.of(), SESSION, account.sessionToken());
        client.post(
                "/v1/password/change/start",
                Map.of("email", account.email(), "oldAuthPW", stretch.authPw().toHex()));

        var oauth = new OAuthClientForTests(client);
        var phone = oauth.signInPhone(
                account.sessionToken(), OAuthClientForTests.SYNC + " " + OAuthClientForTests.SESSION_SCOPE);
        var code = oauth.code(OAuthClientForTests.DESKTOP, account.sessionToken());
        oauth.redeem(OAuthClientForTests.DESKTOP, code, OAuthClientForTests.VERIFIER + "x");
        var oauthTokens = Stream.of("access_token", "refresh_token", "session_token")
                .map(phone::text)
                .toList();

        var sent = client.sent();
        assertThat(sent).contains(stretch.authPw().toHex());
        assertAbsent(sent, PASSWORD);
        assertAbsent(sent, kB, stretch.unwrapBKey());
        assertAbsent(sent, Key32.fromHex(account.sessionToken()), Key32.fromHex(login.text("keyFetchToken")));

        var kept = everythingKept();
        assertThat(kept).contains(account.uid());
        var log = String.join(
                "\n",
                List.copyOf(appender.list).stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList());
        assertThat(log).contains("SIGNED_IN uid=" + account.uid());
        assertThat(log).doesNotContain(OAuthClientForTests.JWE, OAuthClientForTests.VERIFIER);
        for (var text : List.of(kept, log)) {
            assertThat(text).doesNotContain(code).doesNotContain(oauthTokens);
            assertAbsent(text, PASSWORD);
            assertAbsent(text, kB, stretch.unwrapBKey(), stretch.authPw());
            assertAbsent(text, Key32.fromHex(account.sessionToken()), Key32.fromHex(account.keyFetchToken()));
        }
        assertThat(log).doesNotContain(account.email());
    }

    @Test
    void ofServicesAreWrappedOnTheDeviceAndOutliveAChangeOfThePassword() throws UnwrapException {
        var account = client.signUp(PidpClient.newAddress(), PASSWORD);
        var random = new SecureRandom();
        var kB = client.keys(account.keyFetchToken()).kB(account.stretch());
        var serviceKey = Key32.random(random);
        var tags = KeyTags.serviceKey(account.email(), "https://notes.example.org", "data");
        var path = "/v1/service_keys/" + Base64Url.encode("https://notes.example.org".getBytes(UTF_8)) + "/data";
        var wrapped = WrappingKey.userKey(kB).wrap(serviceKey.bytes(), tags, random);
        client.signed("PUT", path, Map.of("wrappedKey", wrapped), SESSION, account.sessionToken());
        var paper = RecoveryKey.random(account.uid(), random);
        client.post(
                "/v1/recoveryKey",
                Map.of("recoveryKeyId", paper.id(), "recoveryData", paper.seal(kB)),
                SESSION,
                account.sessionToken());

        var next = QuickStretch.v1(account.email(), "next " + PASSWORD);
        change(account, kB, next);
        var login = client.login(account.email(), "next " + PASSWORD);
        var kBAfter = client.keys(login.text("keyFetchToken")).kB(next);
        var fetched = client.get(path, SESSION, login.text("sessionToken")).text("wrappedKey");

        var userKey = WrappingKey.userKey(kBAfter);
        assertThat(userKey.unwrap(fetched, tags)).isEqualTo(serviceKey.bytes());
        for (var other : List.of(
                KeyTags.serviceKey(account.email(), "https://photos.example.org", "data"),
                KeyTags.serviceKey(account.email(), "https://notes.example.org", "other"),
                KeyTags.serviceKey("other@example.org", "https://notes.example.org", "data"))) {
            assertThatThrownBy(() -> userKey.unwrap(fetched, other)).isInstanceOf(UnwrapException.class);
        }
        var sent = client.sent();
        var kept = everythingKept();
        assertThat(sent).contains(wrapped, paper.id());
        assertThat(kept).contains(wrapped);
        for (var text : List.of(sent, kept)) {
            assertAbsent(text, PASSWORD);
            assertAbsent(
                    text, kB, serviceKey, next.unwrapBKey(), account.stretch().unwrapBKey());
            assertThat(text).doesNotContain(Hex.encode(paper.bytes()));
        }
    }

    private void change(PidpClient.SignedUp account, Key32 kB, QuickStretch next) {
        var started = client.post(
                "/v1/password/change/start",
                Map.of(
                        "email",
                        account.email(),
                        "oldAuthPW",
                        account.stretch().authPw().toHex()));
        var finished = client.post(
                "/v1/password/change/finish",
                Map.of(
                        "authPW", next.authPw().toHex(),
                        "wrapKb", kB.xor(next.unwrapBKey()).toHex()),
                PASSWORD_CHANGE,
                started.text("passwordChangeToken"));
        assertThat(finished.status()).isEqualTo(200);
    }

    private String everythingKept() {
        var tables = database.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'pidp'")
                .query(String.class)
                .list();
        var all = new StringBuilder();
        for (var table : tables) {
            database.sql("SELECT t::text FROM pidp." + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }

    private static void assertAbsent(String text, Key32... keys) {
        for (var key : keys) {
            assertThat(text.contains(key.toHex())).isFalse();
            assertThat(text.contains(Base64.getEncoder().withoutPadding().encodeToString(key.bytes())))
                    .isFalse();
            assertThat(text.contains(Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes())))
                    .isFalse();
        }
    }

    private static void assertAbsent(String text, String password) {
        assertThat(text.contains(password)).isFalse();
        assertThat(text.contains(Hex.encode(password.getBytes(UTF_8)))).isFalse();
    }
}
