package org.sagrada.model.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.model.Vectors;
import org.sagrada.model.storage.RecordIdMapping.Origin;
import tools.jackson.databind.JsonNode;

class RecordIdMappingTest {

    static Stream<JsonNode> pairs() {
        return Vectors.read("id-mapping.json").path("pairs").valueStream();
    }

    static Stream<JsonNode> refused() {
        return Vectors.read("id-mapping.json").path("refused").valueStream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void mapsThereAndBack(JsonNode vector) {
        String id15 = vector.path("id15").asString();
        String id20 = vector.path("id20").asString();

        assertThat(RecordIdMapping.toV20(id15)).isEqualTo(id20);
        assertThat(RecordIdMapping.toV15(id20))
                .isEqualTo(
                        vector.path("form").asString().equals("hashed") ? new Origin.Hashed() : new Origin.Known(id15));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsWhatIsNoMappingOfAnyId(JsonNode vector) {
        assertThat(RecordIdMapping.toV15(vector.path("id20").asString())).isEqualTo(new Origin.Foreign());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u00e9", "a\n", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void refusesWhatNeitherProtocolAllows(String id) {
        assertThatThrownBy(() -> RecordIdMapping.toV20(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordIdMapping.toV15(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
