package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.token.AccessTokenMaker;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.ServiceTest;

/** Every field of a credential takes every kind of odd value, well signed: refused as the protocol says, and forgotten. */
class MutatedCredentialIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;
    private static final Object ABSENT = new Object();

    /** Values of every JSON type, none of which is right for any required field. */
    private static final List<@Nullable Object> ODD = Arrays.asList(
            ABSENT,
            null,
            "",
            "odd",
            "\u0000",
            "\ud83e\udd8a",
            -1L,
            1.5,
            new BigInteger("9".repeat(40)),
            true,
            List.of(),
            List.of("odd"),
            Map.of(),
            Map.of("odd", 1));

    @BeforeEach
    void knowAlice() {
        ISSUER.serve("/.well-known/public-keys", AccessTokenMaker.jwks());
        assertThat(token(ISSUER.user("alice", T, T).authorization(), "X-Client-State", "aaaa")
                        .code())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp", "public-key", "principal", "email", "fxa-generation", "fxa-keysChangedAt"})
    void refusesACertificateWithAnOddMember(String member) {
        for (Object odd : ODD) {
            Map<String, Object> certificate = certificate();
            if (member.equals("email")) {
                certificate.put("principal", mutated(Map.of("email", "alice@" + FakeIssuer.NAME), member, odd));
            } else {
                certificate = mutated(certificate, member, odd);
            }
            assertRefused(bundle(certificate, assertion()), member + " " + odd, toleratesAbsence(member, odd));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "exp"})
    void refusesAnAssertionWithAnOddMember(String member) {
        for (Object odd : ODD) {
            assertRefused(bundle(certificate(), mutated(assertion(), member, odd)), member + " " + odd, false);
        }
    }

    @Test
    void refusesAKeyWithAnOddMember() {
        Map<String, Object> key = ISSUER.userKey().verifyingKey().toJson();
        for (String member : key.keySet()) {
            for (Object odd : ODD) {
                Map<String, Object> certificate = mutated(certificate(), "public-key", mutated(key, member, odd));
                assertRefused(bundle(certificate, assertion()), "key " + member + " " + odd, false);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "exp", "scope", "fxa-generation", "nbf"})
    void refusesAnAccessTokenWithAnOddMember(String member) {
        for (Object odd : ODD) {
            Map<String, Object> claims = mutated(claims(), member, odd);
            String authorization = "Bearer " + AccessTokenMaker.sign("at+JWT", claims);
            boolean optional = odd == ABSENT && Set.of("fxa-generation", "nbf").contains(member);
            boolean unknownGeneration = odd == null && member.equals("fxa-generation");
            boolean anotherUser = "odd".equals(odd) && member.equals("sub");
            boolean longAgo = odd instanceof Number number && number.doubleValue() < 2 && member.equals("nbf");
            boolean tolerated = optional || unknownGeneration || anotherUser || longAgo;
            assertRefused(authorization, member + " " + odd, tolerated);
        }
    }

    @Test
    void refusesCredentialsOfWhichOneCharacterIsAnother() {
        var random = new Random(20261124);
        for (String good : List.of(
                ISSUER.user("alice", T, T).authorization(), "Bearer " + AccessTokenMaker.sign("at+JWT", claims()))) {
            for (int i = 0; i < 120; i++) {
                int at = good.indexOf(' ') + 1 + random.nextInt(good.length() - good.indexOf(' ') - 1);
                char other = "AQgw09-_.~ %".charAt(random.nextInt(12));
                if (good.charAt(at) != other) {
                    assertRefused(good.substring(0, at) + other + good.substring(at + 1), "at " + at, false);
                }
            }
        }
    }

    private void assertRefused(String authorization, String mutation, boolean mayPass) {
        List<Map<String, @Nullable Object>> before = rows();

        Answer answer = token(authorization, "X-Client-State", "aaaa", "X-KeyID", T + "-qqo");

        if (mayPass) {
            assertThat(answer.code()).as(mutation).isIn(200, 401);
        } else {
            assertThat(answer.code()).as(mutation).isEqualTo(401);
            assertThat(answer.body().path("status").asString())
                    .as(mutation)
                    .isIn("invalid-credentials", "invalid-timestamp", "invalid-generation", "error");
            assertThat(rows()).as(mutation).isEqualTo(before);
        }
    }

    private List<Map<String, @Nullable Object>> rows() {
        return database.sql("SELECT * FROM user_record ORDER BY uid").query().listOfRows();
    }

    private static boolean toleratesAbsence(String member, @Nullable Object odd) {
        return odd == ABSENT && member.startsWith("fxa-");
    }

    private static Map<String, Object> mutated(Map<String, Object> good, String member, @Nullable Object odd) {
        Map<String, Object> bad = new LinkedHashMap<>(good);
        if (odd == ABSENT) {
            bad.remove(member);
        } else {
            putAnything(bad, member, odd);
        }
        return bad;
    }

    @SuppressWarnings("NullAway") // A JSON null is one of the odd values.
    private static void putAnything(Map<String, Object> members, String name, @Nullable Object value) {
        members.put(name, value);
    }

    private static String bundle(Map<String, Object> certificate, Map<String, Object> assertion) {
        return "BrowserID " + FakeIssuer.sign(certificate, ISSUER.issuerKey()) + "~"
                + FakeIssuer.sign(assertion, ISSUER.userKey());
    }

    private static Map<String, Object> certificate() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("iss", FakeIssuer.NAME);
        members.put("exp", Instant.now().plusSeconds(600).toEpochMilli());
        members.put("principal", Map.of("email", "alice@" + FakeIssuer.NAME));
        members.put("public-key", ISSUER.userKey().verifyingKey().toJson());
        members.put("fxa-generation", T);
        members.put("fxa-keysChangedAt", T);
        return members;
    }

    private static Map<String, Object> assertion() {
        return Map.of(
                "aud",
                FakeIssuer.AUDIENCE,
                "exp",
                Instant.now().plusSeconds(300).toEpochMilli());
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "alice");
        claims.put("exp", Instant.now().getEpochSecond() + 600);
        claims.put("scope", "https://identity.mozilla.com/apps/oldsync");
        claims.put("fxa-generation", T);
        return claims;
    }
}
