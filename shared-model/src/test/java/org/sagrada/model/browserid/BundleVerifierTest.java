package org.sagrada.model.browserid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.Verification.Refused;
import org.sagrada.model.browserid.Verification.Rule;
import org.sagrada.model.browserid.Verification.Unavailable;
import org.sagrada.model.browserid.Verification.Verified;
import tools.jackson.databind.JsonNode;

class BundleVerifierTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_400_000_000_000L);
    private static final String AUDIENCE = "https://token.example.org";
    private static final String ISSUER = "id.example.org";
    private static final SigningKey ISSUER_KEY = BrowserIdVectors.privateKey("idp_rs256");
    private static final SigningKey USER_KEY = BrowserIdVectors.privateKey("user_ds128");

    static Stream<JsonNode> cases() {
        return BrowserIdVectors.ALL.get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgesEveryPublishedBundle(JsonNode vector) {
        VerificationPolicy policy = new VerificationPolicy(
                List.of(Audience.parse(vector.get("audience").asString())),
                texts(vector, "trusted_issuers"),
                texts(vector, "allowed_issuers"),
                Duration.ZERO);
        Instant now = Instant.ofEpochMilli(vector.get("now_ms").asLong());

        Verification outcome = new BundleVerifier(policy, BundleVerifierTest::published, () -> now)
                .verify(vector.get("assertion").asString());

        assertThat(outcomeName(outcome))
                .describedAs("%s: %s", vector.get("name").asString(), outcome)
                .isEqualTo(vector.get("expect").asString());
        if (outcome instanceof Verified verified && vector.get("email").isString()) {
            assertThat(verified.email()).isEqualTo(vector.get("email").asString());
            assertThat(verified.issuer()).isEqualTo(vector.get("issuer").asString());
            if (vector.path("idp_claims").isObject()) {
                assertSameClaims(verified.idpClaims(), vector.get("idp_claims"));
            }
            if (vector.path("user_claims").isObject()) {
                assertSameClaims(verified.userClaims(), vector.get("user_claims"));
            }
        }
    }

    private static void assertSameClaims(Map<String, Object> claims, JsonNode expected) {
        assertThat(claims.toString())
                .isEqualTo(BrowserIdVectors.object(expected).toString());
    }

    private static Set<String> texts(JsonNode vector, String name) {
        Set<String> texts = new HashSet<>();
        vector.path(name).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Lookup published(String host) {
        if (host.equals("unreachable.example.test")) {
            return new Lookup.Unreachable("no route");
        }
        JsonNode document = BrowserIdVectors.ALL.get("support_documents").get(host);
        return document == null ? new Lookup.None() : new Lookup.Found(SupportDocument.parse(document.toString()));
    }

    /** The vectors' words for what a token service makes of an outcome. */
    private static String outcomeName(Verification outcome) {
        if (outcome instanceof Unavailable) {
            return "unavailable";
        }
        if (outcome instanceof Refused refused) {
            return switch (refused.rule()) {
                case WRONG_AUDIENCE -> "wrong-audience";
                case ASSERTION_EXPIRED, CERTIFICATE_EXPIRED -> "expired";
                case ASSERTION_FROM_THE_FUTURE, CERTIFICATE_FROM_THE_FUTURE -> "not-yet-valid";
                case UNTRUSTED_ISSUER -> "untrusted-issuer";
                case ISSUER_NOT_ALLOWED -> "issuer-not-allowed";
                case MALFORMED, BAD_EMAIL, BAD_CERTIFICATE_SIGNATURE, BAD_ASSERTION_SIGNATURE -> "bad";
            };
        }
        FxaClaims.Reading reading = FxaClaims.read(((Verified) outcome).idpClaims());
        if (reading instanceof FxaClaims.Reading.Unacceptable unacceptable) {
            return switch (unacceptable.claim()) {
                case FxaClaims.GENERATION -> "bad-generation";
                case FxaClaims.KEYS_CHANGED_AT -> "bad-keysChangedAt";
                default -> "unverified";
            };
        }
        return "ok";
    }

    @Test
    void verifiesWhatItMade() {
        Map<String, Object> claims = Map.of(FxaClaims.GENERATION, 5L, FxaClaims.KEYS_CHANGED_AT, 3L);
        String certificate = certificate(NOW.minusSeconds(10), NOW.plusSeconds(3600), claims);
        String bundle = new Assertion(AUDIENCE, NOW.plusSeconds(60)).bundle(certificate, USER_KEY);

        assertThat(verify(bundle, Duration.ZERO))
                .isEqualTo(
                        new Verified("1234@id.example.org", AUDIENCE, ISSUER, NOW.plusSeconds(60), claims, Map.of()));
        assertThat(FxaClaims.read(claims)).isEqualTo(new FxaClaims.Reading.Accepted(new FxaClaims(5L, 3L, null)));
    }

    @Test
    void toleratesClocksWithinTheSkew() {
        String certificate = certificate(NOW.plusSeconds(5), NOW.minusSeconds(5), Map.of());
        String bundle = new Assertion(AUDIENCE, NOW.plusSeconds(5), NOW.minusSeconds(5), Map.of())
                .bundle(certificate, USER_KEY);

        assertThat(verify(bundle, Duration.ofSeconds(5))).isInstanceOf(Verified.class);
        assertThat(verify(bundle, Duration.ofSeconds(4)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Rule.ASSERTION_EXPIRED));
    }

    @Test
    void readsACertificateWithoutVerifyingIt() {
        Certificate certificate =
                Certificate.read(certificate(NOW, NOW.plusSeconds(3600), Map.of(FxaClaims.DEVICE_ID, "d")));

        assertThat(certificate.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(certificate.publicKey()).isEqualTo(USER_KEY.verifyingKey());
        assertThat(certificate.claims()).containsEntry(FxaClaims.DEVICE_ID, "d");
    }

    @Test
    void verifiesThePublishedBundle() {
        JsonNode vector = BrowserIdVectors.ALL.get("published_bundle");
        VerifyingKey issuerKey = VerifyingKey.parse(Map.of(
                "algorithm",
                "RS",
                "n",
                vector.get("idpKey").get("n").asString(),
                "e",
                vector.get("idpKey").get("e").asString()));
        String bundle = vector.get("backedAssertion").asString();
        String issuer = Certificate.read(bundle.split("~", -1)[0]).issuer();
        Instant now = Instant.ofEpochMilli(vector.get("now").asLong());

        Verification outcome = new BundleVerifier(
                        new VerificationPolicy(
                                List.of(Audience.parse(vector.get("audience").asString())),
                                Set.of(issuer),
                                Set.of(),
                                Duration.ZERO),
                        host -> new Lookup.Found(new SupportDocument.Primary(List.of(issuerKey), "/a", "/p")),
                        () -> now)
                .verify(bundle);

        assertThat(outcome).isInstanceOf(Verified.class);
    }

    private static String certificate(Instant issuedAt, Instant expiresAt, Map<String, Object> claims) {
        return new Certificate(ISSUER, "1234@" + ISSUER, USER_KEY.verifyingKey(), issuedAt, expiresAt, claims)
                .sign(ISSUER_KEY);
    }

    private static Verification verify(String bundle, Duration skew) {
        SupportDocument ours = new SupportDocument.Primary(List.of(ISSUER_KEY.verifyingKey()), "/a", "/p");
        return new BundleVerifier(
                        new VerificationPolicy(List.of(Audience.parse(AUDIENCE)), Set.of(), Set.of(), skew),
                        host -> host.equals(ISSUER) ? new Lookup.Found(ours) : new Lookup.None(),
                        () -> NOW)
                .verify(bundle);
    }
}
