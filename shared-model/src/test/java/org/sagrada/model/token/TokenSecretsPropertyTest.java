package org.sagrada.model.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;

class TokenSecretsPropertyTest {

    private static final String NODE = "https://node.example.com";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final TokenSecrets SECRETS = TokenSecrets.newestFirst(List.of("new", "old"));

    @Property
    void acceptsWhatItIssued(
            @ForAll @LongRange(min = 0) long uid, @ForAll("words") String fxaUid, @ForAll boolean purge) {
        TokenPayload payload = new TokenPayload(
                uid, NODE, NOW.plusSeconds(300), "c0ffee", fxaUid, "0000000001234-qqo", "aa", "bb", null, purge);

        IssuedToken issued = SECRETS.issue(payload);

        assertThat(SECRETS.verify(issued.id(), List.of("other", NODE), NOW))
                .isInstanceOfSatisfying(TokenVerdict.Valid.class, valid -> {
                    assertThat(valid.payload()).isEqualTo(payload);
                    assertThat(signature(valid.credentials()))
                            .isEqualTo(signature(HawkCredentials.ofText(issued.id(), issued.key())));
                });
    }

    @Property
    void answersAnyTextWithAVerdict(@ForAll String text) {
        assertThat(SECRETS.verify(text, List.of(NODE), NOW))
                .isInstanceOfAny(TokenVerdict.Malformed.class, TokenVerdict.BadSignature.class);
    }

    @Property
    void answersAnySignedPayloadWithAVerdict(@ForAll("json") String payload) {
        String token = new TokenSecret("old").sign(payload.getBytes(UTF_8));

        assertThat(SECRETS.verify(token, List.of(NODE), NOW)).isNotInstanceOf(TokenVerdict.BadSignature.class);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().filter(TokenSecretsPropertyTest::isUnicode);
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> values = Arbitraries.of(
                "1",
                "-1",
                "1.5",
                "1e400",
                "1e-400",
                "-1e18",
                "99999999999999999999",
                "\"x\"",
                "\"\u00e9\"",
                "true",
                "null",
                "{}",
                "[]",
                "",
                "NaN",
                "'x'",
                "\"" + NODE + "\"",
                "1700000001",
                "1700000000.5");
        Arbitrary<String> members = Arbitraries.of("uid", "node", "expires", "salt", "fxa_uid", "purge", "more")
                .flatMap(name -> values.map(value -> "\"" + name + "\":" + value));
        return members.list().ofMinSize(1).ofMaxSize(8).map(list -> "{" + String.join(",", list) + "}");
    }

    private static HawkHeader signature(HawkCredentials credentials) {
        return HawkHeader.sign(
                credentials, new HawkRequest("GET", "/", "node.example.com", 443), HawkArtifacts.of(1, "nonce"));
    }

    private static boolean isUnicode(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).equals(text);
    }
}
