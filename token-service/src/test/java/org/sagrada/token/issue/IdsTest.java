package org.sagrada.token.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.token.Vectors;
import org.sagrada.token.user.KeyId;
import org.sagrada.token.user.UserState;
import tools.jackson.databind.JsonNode;

class IdsTest {

    static Stream<JsonNode> keyIds() {
        return Vectors.read("key-id.json").path("format").valueStream();
    }

    static Stream<JsonNode> metricsIds() {
        return Vectors.read("metrics.json").path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("keyIds")
    void writesTheKeyId(JsonNode vector) {
        var state = new UserState(
                vector.path("generation").asLong(),
                vector.path("keys_changed_at").asLong(),
                vector.path("client_state_hex").asString());

        assertThat(KeyId.of(state)).isEqualTo(vector.path("fxa_kid").asString());
    }

    @ParameterizedTest
    @MethodSource("metricsIds")
    void hashesUserAndDevice(JsonNode vector) {
        JsonNode device = vector.path("device_id");

        assertThat(MetricsIds.of(
                        vector.path("key").asString(),
                        vector.path("fxa_uid").asString(),
                        device.isNull() ? null : device.asString()))
                .isEqualTo(new MetricsIds(
                        vector.path("hashed_fxa_uid").asString(),
                        vector.path("hashed_device_id").asString()));
    }
}
