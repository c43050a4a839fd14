package org.sagrada.model.hawk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HawkHeaderPropertyTest {

    private static final HawkRequest REQUEST = new HawkRequest("POST", "/2.0/1/storage/tabs", "sync.example.com", 443);
    private static final HawkCredentials CREDENTIALS = HawkCredentials.ofText("id", "key");
    private static final HawkVerifier VERIFIER =
            new HawkVerifier(() -> Instant.ofEpochSecond(1_000), Duration.ofMinutes(5));

    @Property
    void readsBackWhatItWrote(
            @ForAll("printable") String id,
            @ForAll("seconds") long ts,
            @ForAll("printable") String nonce,
            @ForAll("printable") String ext) {
        HawkArtifacts artifacts = HawkArtifacts.of(ts, nonce).with("hash", ext);
        HawkHeader header = new HawkHeader(id, artifacts, "mac");

        assertThat(HawkHeader.parse(header.format())).isEqualTo(header);
    }

    @Property
    void answersAnyTextWithAVerdict(@ForAll("headers") String authorization) {
        HawkVerdict verdict = VERIFIER.verify(authorization, REQUEST, id -> Optional.of(CREDENTIALS));

        assertThat(verdict).isInstanceOfAny(HawkVerdict.BadHeader.class, HawkVerdict.BadMac.class);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(40);
    }

    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(0, 999_999_999_999_999L);
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> pieces = Arbitraries.of(
                "id=", "ts=", "nonce=", "mac=", "hash=", "ext=", "\"", "\\", ",", " ", "=", "1000", "x", "\u00e9",
                "\n");
        return Arbitraries.oneOf(
                Arbitraries.strings(), pieces.list().ofMaxSize(24).map(parts -> "Hawk " + String.join("", parts)));
    }
}
