package org.sagrada.token.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.browserid.Assertion;
import org.sagrada.model.browserid.Certificate;
import org.sagrada.model.token.TokenSecrets;
import org.sagrada.model.token.TokenVerdict;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.ServiceTest;

class TokenIT extends ServiceTest {

    private static final long CHANGED = 1_700_000_000_000L;

    /** Has the issuer's name and other keys. */
    private static final FakeIssuer IMPOSTOR = new FakeIssuer();

    @Test
    void givesATokenThatItsNodeAccepts() {
        Answer answer = token(ISSUER.user("alice", CHANGED, CHANGED).authorization(), "X-Client-State", "aaaa");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().path("api_endpoint").asString()).isEqualTo(NODE + "/2.0/" + answer.uid());
        assertThat(answer.body().path("duration").asInt()).isEqualTo(3600);
        assertThat(answer.body().path("hashalg").asString()).isEqualTo("sha256");
        assertThat(answer.body().path("key").asString()).hasSize(44);
        var verdict = TokenSecrets.newestFirst(List.of(SECRET))
                .verify(answer.body().path("id").asString(), List.of(NODE), Instant.now());
        assertThat(verdict).isInstanceOfSatisfying(TokenVerdict.Valid.class, valid -> {
            assertThat(valid.payload().uid()).isEqualTo(answer.uid());
            assertThat(valid.payload().fxaUid()).isEqualTo("alice");
            assertThat(valid.payload().fxaKid()).isEqualTo("1700000000000-qqo");
            assertThat(valid.payload().hashedFxaUid())
                    .isEqualTo(answer.body().path("hashed_fxa_uid").asString())
                    .hasSize(32);
            assertThat(valid.payload().hashedDeviceId()).hasSize(32);
        });
    }

    @Test
    void givesBothApplicationsTheSameUidUnderBothPrefixes() {
        String authorization = ISSUER.user("alice", CHANGED, CHANGED).authorization();
        long uid = get("/1.0/sync/2.0", authorization).uid();

        assertThat(get("/token/1.0/sync/2.0", authorization).uid()).isEqualTo(uid);
        for (String path : List.of("/1.0/sync/1.5", "/token/1.0/sync/1.5")) {
            assertThat(get(path, authorization).body().path("api_endpoint").asString())
                    .isEqualTo(NODE + "/1.5/" + uid);
        }
    }

    @ParameterizedTest
    @CsvSource({"12,12", "3600,3600", "4000,3600", "lolwut,3600", "-1,3600", "0,3600"})
    void letsAClientAskForAShorterLife(String asked, int duration) {
        String authorization = ISSUER.user("alice", CHANGED, CHANGED).authorization();

        assertThat(get("/1.0/sync/2.0?duration=" + asked, authorization)
                        .body()
                        .path("duration")
                        .asInt())
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/1.0/sync/3.0;404 error | url | 3.0 | Unsupported application version",
                "/1.0/other/2.0;404 error | url | application | Unsupported application",
                "/1.0/sync;404 error | url |  | There is nothing at this path.",
                "/2.0/1/info/collections;404 error | url |  | There is nothing at this path.",
            })
    void knowsNothingElse(String path, String refusal) {
        Answer answer = get(path, ISSUER.user("alice", CHANGED, CHANGED).authorization());

        assertThat(answer.refusal()).isEqualTo(refusal);
        assertThat(answer.header("X-Timestamp")).matches("[0-9]{10}");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BrowserID", "BrowserID "})
    void asksForACredential(String authorization) {
        Answer answer = token(authorization);

        assertThat(answer.refusal()).isEqualTo("401 error | body |  | Unauthorized");
        assertThat(answer.response().headers().allValues("WWW-Authenticate")).containsExactly("BrowserID", "Bearer");
        assertThat(answer.header("X-Timestamp")).matches("[0-9]{10}");
    }

    @Test
    void saysThatItDoesNotKnowAScheme() {
        assertThat(token("Basic YTpi").refusal()).isEqualTo("401 error | body |  | Unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state!", "012345678901234567890123456789012"})
    void refusesAClientStateOfAnotherFormBeforeItLooksAtCredentials(String clientState) {
        assertThat(token("BrowserID junk", "X-Client-State", clientState).refusal())
                .isEqualTo("400 error | header | X-Client-State | Invalid client state value");
    }

    @Test
    void refusesWhatIsNoAssertion() {
        for (String bundle : List.of("a", "a~b", "a.b.c~d.e.f", "~", "\u00e9")) {
            assertThat(token("BrowserID " + bundle).refusal())
                    .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        }
    }

    @Test
    void tellsAClientWhoseTimesAreOffFromOneWhoseKeysAre() {
        FakeIssuer.Request good = ISSUER.user("alice", CHANGED, CHANGED);
        Instant now = Instant.now();

        assertThat(token(good.assertion(new Assertion(FakeIssuer.AUDIENCE, now.minusSeconds(60)))
                                .authorization())
                        .refusal())
                .isEqualTo("401 invalid-timestamp | body |  | Unauthorized");
        assertThat(token(good.certificate(c -> new Certificate(
                                        c.issuer(), c.email(), c.publicKey(), null, now.minusSeconds(60), c.claims()))
                                .authorization())
                        .refusal())
                .isEqualTo("401 invalid-timestamp | body |  | Unauthorized");
        assertThat(token(good.assertion(new Assertion("https://other.example.org", now.plusSeconds(60)))
                                .authorization())
                        .refusal())
                .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        assertThat(token(good.certificate(c -> new Certificate(
                                        "evil.example.org",
                                        "alice@evil.example.org",
                                        c.publicKey(),
                                        null,
                                        c.expiresAt(),
                                        c.claims()))
                                .authorization())
                        .refusal())
                .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        assertThat(token(IMPOSTOR.user("alice", CHANGED, CHANGED).authorization())
                        .refusal())
                .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
        assertThat(database.sql("SELECT count(*) FROM user_record")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void answersUnknownMethodsAndTypesInItsOwnFormat() {
        Answer posted = send(HttpRequest.newBuilder(address("/1.0/sync/2.0"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        Answer unacceptable = get("/1.0/sync/2.0", "", "Accept", "text/html");

        assertThat(posted.code()).isEqualTo(405);
        assertThat(posted.header("Allow")).contains("GET");
        assertThat(posted.body().path("status").asString()).isEqualTo("error");
        assertThat(unacceptable.refusal()).startsWith("406 error | header | Accept");
    }
}
