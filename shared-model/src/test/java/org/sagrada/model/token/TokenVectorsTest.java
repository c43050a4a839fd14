package org.sagrada.model.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.Vectors;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import tools.jackson.databind.JsonNode;

class TokenVectorsTest {

    private static final JsonNode TOKENS = Vectors.read("tokens.json");

    static Stream<JsonNode> good() {
        return Stream.concat(
                TOKENS.path("good").valueStream(),
                Stream.of(TOKENS.path("external")).flatMap(JsonNode::valueStream));
    }

    static Stream<JsonNode> signed() {
        return TOKENS.path("good").valueStream();
    }

    static Stream<JsonNode> negative() {
        return TOKENS.path("negative").valueStream();
    }

    static Stream<JsonNode> rotation() {
        return TOKENS.path("rotation").path("cases").valueStream();
    }

    static Stream<JsonNode> derivedNodeSecrets() {
        return TOKENS.path("derived_node_secrets").path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsThePublishedTokenAndDerivesItsKey(JsonNode vector) {
        TokenVerdict verdict = verify(vector, List.of(masterSecret(vector)));

        assertThat(verdict).isInstanceOfSatisfying(TokenVerdict.Valid.class, valid -> {
            assertSameMembers(valid.payload(), vector.path("payload"));
            assertSameKey(valid.credentials(), vector);
        });
    }

    @ParameterizedTest
    @MethodSource("signed")
    void signsThePublishedBytes(JsonNode vector) {
        byte[] payload = Hex.decode(vector.path("payload_bytes_hex").asString());

        assertThat(new TokenSecret(masterSecret(vector)).sign(payload))
                .isEqualTo(vector.path("token").asString());
    }

    @ParameterizedTest
    @MethodSource("negative")
    void answersAsTheVectorExpects(JsonNode vector) {
        assertThat(verify(vector, List.of(masterSecret(vector))))
                .isInstanceOf(kind(vector.path("expect").asString()));
    }

    @ParameterizedTest
    @MethodSource("rotation")
    void verifiesWithEverySecretThatIsStillKnown(JsonNode vector) {
        List<String> secrets = new ArrayList<>(TOKENS.path("rotation")
                .path("secrets_oldest_first")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
        Collections.reverse(secrets);

        TokenVerdict verdict = verify(vector, secrets);

        assertThat(verdict).isInstanceOf(kind(vector.path("expect").asString()));
        if (verdict instanceof TokenVerdict.Valid valid) {
            assertSameKey(valid.credentials(), vector);
        }
    }

    @ParameterizedTest
    @MethodSource("derivedNodeSecrets")
    void derivesSecretsOfSingleNodes(JsonNode vector) {
        String node = vector.path("node").asString();
        List<String> secrets = vector.path("master_secrets")
                .valueStream()
                .map(master -> NodeSecret.derive(master.asString(), node))
                .toList();

        assertThat(secrets)
                .isEqualTo(vector.path("node_secrets")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(TokenSecrets.newestFirst(List.of(secrets.get(secrets.size() - 1)))
                        .verify(
                                vector.path("token_signed_with_last").asString(),
                                List.of(node),
                                Instant.ofEpochSecond(1_700_000_000)))
                .isInstanceOfSatisfying(TokenVerdict.Valid.class, valid -> assertSameKey(valid.credentials(), vector));
    }

    private static TokenVerdict verify(JsonNode vector, List<String> newestFirst) {
        return TokenSecrets.newestFirst(newestFirst)
                .verify(
                        vector.path("token").asString(),
                        List.of(vector.path("check_node").asString()),
                        Instant.ofEpochSecond(vector.path("check_now").asLong()));
    }

    private static String masterSecret(JsonNode vector) {
        JsonNode text = vector.path("master_secret");
        return text.isString()
                ? text.asString()
                : new String(Hex.decode(vector.path("master_secret_hex").asString()), StandardCharsets.UTF_8);
    }

    private static Class<? extends TokenVerdict> kind(String expect) {
        return switch (expect) {
            case "ok" -> TokenVerdict.Valid.class;
            case "expired" -> TokenVerdict.Expired.class;
            case "wrong-node" -> TokenVerdict.WrongNode.class;
            case "bad-signature" -> TokenVerdict.BadSignature.class;
            case "malformed" -> TokenVerdict.Malformed.class;
            default -> throw new AssertionError(expect);
        };
    }

    private static void assertSameMembers(TokenPayload payload, JsonNode expected) {
        assertThat(payload.uid()).isEqualTo(expected.path("uid").asLong());
        assertThat(payload.node()).isEqualTo(expected.path("node").asString());
        assertThat(payload.salt()).isEqualTo(expected.path("salt").asString());
        assertThat(payload.expires()).isEqualTo(instant(expected.path("expires").decimalValue()));
        assertThat(payload.fxaUid()).isEqualTo(text(expected, "fxa_uid"));
        assertThat(payload.fxaKid()).isEqualTo(text(expected, "fxa_kid"));
        assertThat(payload.hashedFxaUid()).isEqualTo(text(expected, "hashed_fxa_uid"));
        assertThat(payload.hashedDeviceId()).isEqualTo(text(expected, "hashed_device_id"));
        assertThat(payload.tokenserverOrigin()).isEqualTo(text(expected, "tokenserver_origin"));
        assertThat(payload.purge()).isFalse();
    }

    private static void assertSameKey(HawkCredentials derived, JsonNode vector) {
        HawkRequest request = new HawkRequest("GET", "/", "node.example.com", 443);
        HawkArtifacts artifacts = HawkArtifacts.of(1, "nonce");
        HawkCredentials expected = HawkCredentials.ofText(
                derived.id(), vector.path("derived_secret").asString());

        assertThat(HawkHeader.sign(derived, request, artifacts))
                .isEqualTo(HawkHeader.sign(expected, request, artifacts));
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.EPOCH.plus(seconds.movePointRight(6).longValueExact(), ChronoUnit.MICROS);
    }

    private static @Nullable String text(JsonNode object, String member) {
        return object.has(member) ? object.path(member).asString() : null;
    }
}
