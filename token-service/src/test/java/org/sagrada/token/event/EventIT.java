package org.sagrada.token.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.token.AccessTokenMaker;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.FakeNode;
import org.sagrada.token.ServiceTest;

class EventIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;

    private final FakeNode node = new FakeNode(SECRET);

    @BeforeEach
    void publishKeysAndUseANodeThatAnswers() {
        ISSUER.serve("/.well-known/public-keys", AccessTokenMaker.jwks());
        database.sql("UPDATE node SET url = ?").param(node.url()).update();
    }

    @Test
    void erasesADeletedUserAtOnceAndLetsNoOldCredentialIn() {
        long uid = ask("alice", T, "aaaa").uid();

        assertThat(push(event("alice", AccountEvent.DELETE_USER, Map.of())).code())
                .isEqualTo(200);

        assertThat(ask("alice", T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
        assertThat(ask("alice", T + 5, "bbbb").code()).isEqualTo(401);
        awaitPurgeOf(uid);
        assertThat(load()).isZero();
        assertThat(node.purged()).hasSize(1).allMatch(TokenPayload::purge);
    }

    @Test
    void refusesCredentialsOfADeletedUserItNeverSaw() {
        push(event("alice", AccountEvent.DELETE_USER, Map.of()));

        assertThat(ask("alice", T, "aaaa").code()).isEqualTo(401);
        assertThat(ask("bob", T, "aaaa").code()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountEvent.class,
            names = {"ACCOUNT_RESET", "PASSWORD_CHANGE"})
    void refusesOldCredentialsOfAUserItNeverSawAndLetsTheNewOnesIn(AccountEvent kind) {
        String event = event("alice", kind, Map.of("changeTime", T + 100));
        push(event);
        push(event);

        assertThat(ask("alice", T, "aaaa").code()).isEqualTo(401);
        assertThat(ask("alice", T + 100, "bbbb").code()).isEqualTo(200);
        push(event);
        assertThat(ask("alice", T + 100, "bbbb").code()).isEqualTo(200);
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void refusesOldCredentialsOfAUserWhoWaitsForAnotherNode() {
        ask("alice", T, "aaaa");
        database.sql("UPDATE user_record SET replaced_at = created_at + 1").update();
        database.sql("UPDATE node SET load = 0").update();

        push(event("alice", AccountEvent.PASSWORD_CHANGE, Map.of("changeTime", T + 100)));

        assertThat(ask("alice", T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
        assertThat(ask("alice", T + 100, T, "aaaa").code()).isEqualTo(200);
    }

    @Test
    void passesOverEventsWithoutATime() {
        assertThat(push(event("alice", AccountEvent.ACCOUNT_RESET, Map.of())).code())
                .isEqualTo(200);
        assertThat(push(event("alice", AccountEvent.PASSWORD_CHANGE, Map.of("changeTime", "soon")))
                        .code())
                .isEqualTo(200);

        assertThat(ask("alice", T, "aaaa").code()).isEqualTo(200);
    }

    @Test
    void erasesAResetUserAtOnceAndLetsTheNewKeysIn() {
        long old = ask("alice", T, "aaaa").uid();
        Map<AccountEvent, Map<String, Object>> events = new LinkedHashMap<>();
        events.put(AccountEvent.ACCOUNT_RESET, Map.of("changeTime", T + 100));
        events.put(AccountEvent.KEYS_CHANGED, Map.of("changeTime", T + 100));

        assertThat(push(event("alice", events)).code()).isEqualTo(200);

        assertThat(ask("alice", T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
        awaitPurgeOf(old);
        long fresh = ask("alice", T + 100, "bbbb").uid();
        assertThat(fresh).isGreaterThan(old);
        push(event("alice", events));
        assertThat(ask("alice", T + 100, "bbbb").uid()).isEqualTo(fresh);
        assertThat(load()).isEqualTo(1);
        assertThat(node.purged()).extracting(TokenPayload::uid).containsExactly(old);
    }

    @Test
    void refusesAssertionsFromBeforeAPasswordChange() {
        long uid = ask("alice", T, "aaaa").uid();
        Map<String, Object> change = Map.of("changeTime", T + 100);

        push(event("alice", AccountEvent.PASSWORD_CHANGE, change));
        push(event("alice", AccountEvent.PASSWORD_CHANGE, Map.of("changeTime", T + 50)));

        assertThat(ask("alice", T, "aaaa").refusal()).isEqualTo("401 invalid-generation | body |  | Unauthorized");
        assertThat(ask("alice", T + 100, T, "aaaa").uid()).isEqualTo(uid);
    }

    @Test
    void takesTheTokenInTheBodyToo() {
        String token = event("alice", AccountEvent.PASSWORD_CHANGE, Map.of("changeTime", T + 100));

        Answer answer = send(HttpRequest.newBuilder(address("/token/1.0/webhooks/fxa/events"))
                .header("Content-Type", "application/secevent+jwt")
                .POST(BodyPublishers.ofString(token))
                .build());

        assertThat(answer.code()).isEqualTo(200);
    }

    @Test
    void triesAgainWhenTheNodeFails() {
        long uid = ask("alice", T, "aaaa").uid();
        node.answers(500);

        push(event("alice", AccountEvent.DELETE_USER, Map.of()));

        await().atMost(Duration.ofSeconds(10)).until(() -> !node.purged().isEmpty());
        node.answers(204);
        awaitPurgeOf(uid);
    }

    @ParameterizedTest
    @CsvSource({
        "typ, at+jwt",
        "iss, https://evil.example.org",
        "aud, https://elsewhere.example.org",
        "sub, ''",
        "sub, a@b",
    })
    void refusesTokensThatAreNoEventsForIt(String member, String value) {
        long uid = ask("alice", T, "aaaa").uid();
        Map<String, Object> claims = claims("alice", Map.of(AccountEvent.DELETE_USER, Map.of()));
        String type = member.equals("typ") ? value : "secevent+jwt";
        if (!member.equals("typ")) {
            claims.put(member, value);
        }

        assertThat(push(AccessTokenMaker.sign(type, claims)).refusal())
                .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        assertThat(ask("alice", T, "aaaa").uid()).isEqualTo(uid);
    }

    @Test
    void refusesWhatIsSignedByNobodyItKnows() {
        String token = event("alice", AccountEvent.DELETE_USER, Map.of());

        for (String broken : List.of("", "junk", token.substring(0, token.length() - 4) + "AAAA")) {
            assertThat(push(broken).refusal()).isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        }
    }

    private void awaitPurgeOf(long uid) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> database.sql("SELECT data_deleted_at IS NOT NULL FROM user_record WHERE uid = ?")
                        .param(uid)
                        .query(Boolean.class)
                        .single());
    }

    private Answer push(String token) {
        return send(HttpRequest.newBuilder(address("/1.0/webhooks/fxa/events"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static String event(String user, AccountEvent kind, Map<String, Object> members) {
        return event(user, Map.of(kind, members));
    }

    private static String event(String user, Map<AccountEvent, Map<String, Object>> events) {
        return AccessTokenMaker.sign("secevent+jwt", claims(user, events));
    }

    private static Map<String, Object> claims(String user, Map<AccountEvent, Map<String, Object>> events) {
        Map<String, Object> byUri = new LinkedHashMap<>();
        events.forEach((kind, members) -> byUri.put(kind.uri(), members));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", FakeIssuer.NAME);
        claims.put("aud", FakeIssuer.AUDIENCE);
        claims.put("sub", user);
        claims.put("iat", T / 1000);
        claims.put("jti", "wibble");
        claims.put("events", byUri);
        return claims;
    }

    private Answer ask(String user, long changedAt, String clientState) {
        return ask(user, changedAt, changedAt, clientState);
    }

    private Answer ask(String user, long generation, long keysChangedAt, String clientState) {
        return token(ISSUER.user(user, generation, keysChangedAt).authorization(), "X-Client-State", clientState);
    }

    private long load() {
        return database.sql("SELECT load FROM node").query(Long.class).single();
    }
}
