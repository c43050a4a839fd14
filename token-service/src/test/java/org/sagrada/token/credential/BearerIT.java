package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.token.AccessTokenMaker;
import org.sagrada.token.ServiceTest;

class BearerIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;

    @BeforeEach
    void publishKeys() {
        ISSUER.serve("/.well-known/public-keys", AccessTokenMaker.jwks());
    }

    @Test
    void givesOneUserOneUidWhicheverCredentialTheyBring() {
        Answer bearer = token(bearer("alice", T), "X-KeyID", T + "-qqo");
        Answer assertion = token(ISSUER.user("alice", T, T).authorization(), "X-Client-State", "aaaa");

        assertThat(bearer.code()).isEqualTo(200);
        assertThat(assertion.uid()).isEqualTo(bearer.uid());
    }

    @Test
    void asksForTheKeyId() {
        assertThat(token(bearer("alice", T)).refusal())
                .isEqualTo("401 invalid-key-id | header |  | Missing X-KeyID header");
    }

    @Test
    void refusesAClientStateThatIsNotTheKeyIds() {
        assertThat(token(bearer("alice", T), "X-KeyID", T + "-qqo", "X-Client-State", "bbbb")
                        .refusal())
                .isEqualTo("401 invalid-client-state | body |  | Unauthorized");
        assertThat(token(bearer("alice", T), "X-KeyID", T + "-qqo", "X-Client-State", "aaaa")
                        .code())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"})
    void refusesWhatIsNoToken(String token) {
        assertThat(token("Bearer " + token, "X-KeyID", T + "-qqo").refusal())
                .isEqualTo("401 invalid-credentials | body |  | Unauthorized");
    }

    private static String bearer(String user, long generation) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user);
        claims.put("exp", Instant.now().getEpochSecond() + 600);
        claims.put("scope", "profile https://identity.mozilla.com/apps/oldsync");
        claims.put("fxa-generation", generation);
        return "Bearer " + AccessTokenMaker.sign("at+JWT", claims);
    }
}
