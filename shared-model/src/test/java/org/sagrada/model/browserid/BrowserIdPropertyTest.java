package org.sagrada.model.browserid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.sagrada.model.browserid.SupportDocuments.Lookup;
import org.sagrada.model.browserid.Verification.Refused;
import org.sagrada.model.browserid.Verification.Verified;

class BrowserIdPropertyTest {

    private static final SigningKey KEY = BrowserIdVectors.privateKey("user_ds128");
    private static final String GOOD =
            BrowserIdVectors.ALL.get("cases").get(0).get("assertion").asString();
    private static final BundleVerifier VERIFIER = new BundleVerifier(
            new VerificationPolicy(
                    List.of(Audience.parse("https://token.services.example.com")), Set.of(), Set.of(), Duration.ZERO),
            host -> new Lookup.Found(SupportDocument.parse(BrowserIdVectors.ALL
                    .get("support_documents")
                    .get("api.accounts.example.test")
                    .toString())),
            () -> Instant.ofEpochMilli(1_400_000_000_000L));

    @Property
    void anyTextHasAnOutcome(@ForAll String text) {
        assertThat(VERIFIER.verify(text)).isInstanceOf(Refused.class);
    }

    @Property
    void anyJsonInTheRightPlacesHasAnOutcome(
            @ForAll("json") String header, @ForAll("json") String certificate, @ForAll("json") String assertion) {
        String text = part(header) + "." + part(certificate) + ".AA~" + part(header) + "." + part(assertion) + ".AA";

        assertThat(VERIFIER.verify(text)).isInstanceOf(Refused.class);
    }

    @Property(tries = 300)
    void aChangedCharacterNeverGoesUnseen(@ForAll @LongRange(max = 100_000) long at, @ForAll char other) {
        int index = (int) (at % GOOD.length());
        Assume.that(GOOD.charAt(index) != other);
        String changed = GOOD.substring(0, index) + other + GOOD.substring(index + 1);

        assertThat(VERIFIER.verify(GOOD)).isInstanceOf(Verified.class);
        assertThat(VERIFIER.verify(changed)).isInstanceOf(Refused.class);
    }

    @Property
    void anyJsonIsADocumentOrIsNot(@ForAll("json") String json) {
        try {
            assertThat(SupportDocument.parse(json)).isNotNull();
        } catch (MalformedBrowserIdException refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    @Property(tries = 50)
    void anAssertionReadsBackAsItWasMade(
            @ForAll("audiences") String audience, @ForAll @LongRange(max = 4_000_000_000_000L) long expiresAt) {
        Assertion assertion = new Assertion(audience, Instant.ofEpochMilli(expiresAt));

        assertThat(Assertion.of(SignedObject.parse(assertion.sign(KEY)))).isEqualTo(assertion);
    }

    @Property(tries = 50)
    void claimsOfAnyNameAndTextSurvive(@ForAll("audiences") String name, @ForAll String value) {
        Assertion assertion = new Assertion("a", null, Instant.EPOCH, Map.of("x-" + name, value));

        assertThat(Assertion.of(SignedObject.parse(assertion.sign(KEY)))).isEqualTo(assertion);
    }

    @Provide
    Arbitrary<String> audiences() {
        return Arbitraries.strings().ofMaxLength(60).filter(text -> wellFormed(text));
    }

    /** Lone surrogates can't be written in UTF-8. */
    private static boolean wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> name = Arbitraries.of(
                "alg",
                "iss",
                "exp",
                "iat",
                "aud",
                "principal",
                "email",
                "public-key",
                "algorithm",
                "kty",
                "n",
                "e",
                "y",
                "p",
                "q",
                "g",
                "keys",
                "authority",
                "disabled",
                "authentication",
                "provisioning",
                "use");
        Arbitrary<String> scalar = Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "1.5",
                "1e400",
                "9223372036854775808",
                "\"\"",
                "\"RS\"",
                "\"DS\"",
                "\"RSA\"",
                "\"65537\"",
                "\"/a\"",
                "\"\\ud800\"",
                "[]",
                "[1]",
                "[{}]",
                "{}",
                "x",
                "{",
                "\"https://token.services.example.com\"");
        Arbitrary<String> value = Arbitraries.lazyOf(() -> scalar, () -> object(name, scalar));
        return Arbitraries.oneOf(object(name, value), Arbitraries.strings());
    }

    private static Arbitrary<String> object(Arbitrary<String> name, Arbitrary<String> value) {
        return Arbitraries.maps(name, value).ofMaxSize(8).map(members -> {
            StringBuilder json = new StringBuilder("{");
            members.forEach((key, member) -> {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(key)
                        .append("\":")
                        .append(member);
            });
            return json.append('}').toString();
        });
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
