package org.sagrada.model.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HawkHeaderTest {

    private static final HawkRequest REQUEST = new HawkRequest("POST", "/2.0/1/storage/tabs", "sync.example.com", 443);
    private static final HawkCredentials CREDENTIALS = HawkCredentials.ofText("id", "key");
    private static final HawkVerifier VERIFIER =
            new HawkVerifier(() -> Instant.ofEpochSecond(1_000), Duration.ofMinutes(5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hawk",
                "Hawk ",
                "Hawkid=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\",",
                "Hawk id=\"a\", id=\"b\", ts=\"1\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\" ts=\"1\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\", ts=\"-1\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\", ts=\"1234567890123456\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\", ts=\"1\", nonce=\"n\nGET\", mac=\"m\"",
                "Hawk id=\"\", ts=\"1\", nonce=\"n\", mac=\"m\"",
                "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\\"
            })
    void refusesAnyOtherGrammar(String header) {
        assertThatThrownBy(() -> HawkHeader.parse(header)).isInstanceOf(MalformedHawkHeaderException.class);
    }

    @Test
    void readsTokensWithoutQuotesAndTheSchemeInAnyCase() {
        HawkHeader header = HawkHeader.parse("hawk  id=abc=,ts=12 , nonce=n,mac=\"a\\\"b\", later=\"\"");

        assertThat(header.id()).isEqualTo("abc=");
        assertThat(header.artifacts().ts()).isEqualTo(12);
        assertThat(header.mac()).isEqualTo("a\"b");
    }

    @Test
    void namesAnAbsentHeaderAndAnUnknownId() {
        assertThat(VERIFIER.verify(null, REQUEST, id -> Optional.empty())).isInstanceOf(HawkVerdict.BadHeader.class);
        assertThat(VERIFIER.verify(signed(null).format(), REQUEST, id -> Optional.empty()))
                .isEqualTo(new HawkVerdict.UnknownId());
    }

    @Test
    void comparesThePayloadWithTheHashThatWasSigned() {
        byte[] payload = "[]".getBytes(UTF_8);

        assertThat(payloadVerdict(PayloadHash.of("application/json", payload), payload))
                .isInstanceOf(HawkVerdict.Accepted.class);
        assertThat(payloadVerdict(PayloadHash.of(null, payload), payload)).isInstanceOf(HawkVerdict.Accepted.class);
        assertThat(payloadVerdict(null, payload)).isInstanceOf(HawkVerdict.Accepted.class);
        assertThat(payloadVerdict(PayloadHash.of("text/plain", payload), payload))
                .isEqualTo(new HawkVerdict.BadPayloadHash());
        assertThat(payloadVerdict(PayloadHash.of("application/json", payload), new byte[] {'{', '}'}))
                .isEqualTo(new HawkVerdict.BadPayloadHash());
    }

    @Test
    void takesHostPortAndTargetFromAUrl() {
        assertThat(HawkRequest.of("get", URI.create("https://Sync.Example.com/a%2Fb?x=%20")))
                .isEqualTo(new HawkRequest("GET", "/a%2Fb?x=%20", "sync.example.com", 443));
        assertThat(HawkRequest.of("GET", URI.create("http://sync.example.com:8000")))
                .isEqualTo(new HawkRequest("GET", "/", "sync.example.com", 8000));
        assertThat(HawkRequest.of("GET", URI.create("http://localhost/")).port())
                .isEqualTo(80);
    }

    @Test
    void signsAtItsClocksTimeWithAFreshNonce() {
        HawkSigner signer = new HawkSigner(() -> Instant.ofEpochSecond(1_000), new SecureRandom());
        HawkHeader first = signer.sign(CREDENTIALS, REQUEST);
        HawkHeader second = signer.sign(CREDENTIALS, REQUEST, "hash");

        assertThat(first.artifacts().ts()).isEqualTo(1_000);
        assertThat(second.artifacts().hash()).isEqualTo("hash");
        assertThat(first.artifacts().nonce()).isNotEqualTo(second.artifacts().nonce());
        assertThat(VERIFIER.verify(second.format(), REQUEST, id -> Optional.of(CREDENTIALS)))
                .isEqualTo(new HawkVerdict.Accepted(second));
    }

    @Test
    void keepsSecretsOutOfText() {
        assertThat(CREDENTIALS).hasToString("HawkCredentials[redacted]");
        assertThat(signed(null)).hasToString("HawkHeader[redacted]");
    }

    private static HawkVerdict payloadVerdict(@Nullable String hash, byte[] payload) {
        HawkVerdict.Accepted accepted = new HawkVerdict.Accepted(signed(hash));
        return VERIFIER.verifyPayload(accepted, "application/JSON; charset=utf-8", payload);
    }

    private static HawkHeader signed(@Nullable String hash) {
        return HawkHeader.sign(
                CREDENTIALS, REQUEST, HawkArtifacts.of(1_000, "nonce").with(hash, null));
    }
}
