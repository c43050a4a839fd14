package org.sagrada.model.hawk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.Vectors;
import org.sagrada.model.crypto.Hex;
import tools.jackson.databind.JsonNode;

class HawkVectorsTest {

    private static final JsonNode HAWK = Vectors.read("hawk.json");
    private static final Duration WINDOW = Duration.ofSeconds(60);

    static Stream<JsonNode> positive() {
        return HAWK.path("positive").valueStream();
    }

    static Stream<JsonNode> negative() {
        return HAWK.path("negative").valueStream();
    }

    static Stream<JsonNode> account() {
        return HAWK.path("account").valueStream();
    }

    @ParameterizedTest
    @MethodSource("positive")
    void signsAndAcceptsThePublishedRequest(JsonNode vector) {
        HawkHeader header = HawkHeader.parse(vector.path("authorization").asString());
        HawkRequest request = request(vector, "resource");
        HawkCredentials credentials = HawkCredentials.ofText(
                vector.path("id").asString(), vector.path("key").asString());

        assertThat(HawkMac.normalized("header", request, header.artifacts()))
                .isEqualTo(vector.path("normalized").asString());
        assertThat(HawkHeader.sign(credentials, request, header.artifacts()).mac())
                .isEqualTo(vector.path("mac").asString());
        assertThat(verifierAt(vector.path("ts").asLong()).verify(header, request, credentials))
                .isInstanceOf(HawkVerdict.Accepted.class);
        if (!vector.path("body").isNull()) {
            assertThat(PayloadHash.of(
                            text(vector, "content_type"),
                            vector.path("body").asString().getBytes(UTF_8)))
                    .isEqualTo(vector.path("payload_hash").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("negative")
    void refusesTheBrokenRequest(JsonNode vector) {
        HawkVerdict verdict = verifierAt(1_700_000_000)
                .verify(
                        vector.path("authorization").asString(),
                        request(vector, "resource"),
                        id -> Optional.of(
                                HawkCredentials.ofText(id, vector.path("key").asString())));

        boolean readable = vector.path("name").asString().matches("mac-for-.*|.*-changed|ext-added|key-.*");
        assertThat(verdict).isInstanceOf(readable ? HawkVerdict.BadMac.class : HawkVerdict.BadHeader.class);
    }

    @ParameterizedTest
    @MethodSource("account")
    void writesTheHeadersOfTheAccountApi(JsonNode vector) {
        String published = vector.path("header").asString();
        HawkHeader header = HawkHeader.parse(published);
        HawkRequest request = request(vector, "uri");

        assertThat(HawkMac.normalized("header", request, header.artifacts()))
                .isEqualTo(vector.path("normalized").asString());
        assertThat(header.format()).isEqualTo(published);
        assertThat(HawkHeader.sign(accountCredentials(header.id()), request, header.artifacts())
                        .format())
                .isEqualTo(published);
    }

    @Test
    void signsThePublishedAnswer() {
        JsonNode vector = HAWK.path("responses").path(0);
        HawkCredentials credentials =
                HawkCredentials.ofText("any", vector.path("key").asString());
        JsonNode asked = vector.path("request");
        HawkRequest request = request(asked, "resource");
        HawkArtifacts artifacts =
                HawkArtifacts.of(asked.path("ts").asLong(), asked.path("nonce").asString());
        String hash = PayloadHash.of(
                text(vector, "response_content_type"),
                vector.path("response_body").asString().getBytes(UTF_8));

        ServerAuthorization signed =
                ServerAuthorization.sign(credentials, request, artifacts, hash, text(vector, "ext"));

        assertThat(signed.format())
                .isEqualTo(vector.path("server_authorization").asString());
        assertThat(ServerAuthorization.parse(signed.format()).verifies(credentials, request, artifacts))
                .isTrue();
        assertThat(new ServerAuthorization(signed.mac(), signed.hash(), "other")
                        .verifies(credentials, request, artifacts))
                .isFalse();
    }

    @Test
    void provesItsTimeWhenTheClientsIsStale() {
        JsonNode vector = HAWK.path("responses").path(1);
        HawkCredentials credentials =
                HawkCredentials.ofText("any", vector.path("key").asString());
        HawkRequest request = new HawkRequest("GET", "/", "example.com", 443);
        long now = vector.path("ts").asLong();

        for (long off : new long[] {-60, 60}) {
            HawkHeader header = HawkHeader.sign(credentials, request, HawkArtifacts.of(now + off, "n"));

            assertThat(verifierAt(now).verify(header, request, credentials))
                    .isInstanceOfSatisfying(HawkVerdict.StaleTimestamp.class, stale -> {
                        assertThat(stale.tsm()).isEqualTo(vector.path("tsm").asString());
                        assertThat(stale.challenge())
                                .isEqualTo(vector.path("www_authenticate").asString());
                    });
        }
        for (long off : new long[] {-59, 59}) {
            HawkHeader header = HawkHeader.sign(credentials, request, HawkArtifacts.of(now + off, "n"));

            assertThat(verifierAt(now).verify(header, request, credentials)).isInstanceOf(HawkVerdict.Accepted.class);
        }
    }

    private static HawkCredentials accountCredentials(String id) {
        for (JsonNode token : HAWK.path("accountTokens").values()) {
            if (token.path("tokenID").asString().equals(id)) {
                return HawkCredentials.ofBytes(
                        id, Hex.decode(token.path("reqHMACkey").asString()));
            }
        }
        throw new AssertionError("no token for the vector");
    }

    private static HawkVerifier verifierAt(long seconds) {
        return new HawkVerifier(() -> Instant.ofEpochSecond(seconds), WINDOW);
    }

    private static HawkRequest request(JsonNode vector, String target) {
        return new HawkRequest(
                vector.path("method").asString(),
                vector.path(target).asString(),
                vector.path("host").asString(),
                vector.path("port").asInt());
    }

    private static @Nullable String text(JsonNode vector, String member) {
        return vector.path(member).isNull() ? null : vector.path(member).asString();
    }
}
