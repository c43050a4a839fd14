package org.sagrada.model.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.model.Vectors;
import tools.jackson.databind.JsonNode;

class HkdfTest {

    static Stream<JsonNode> published() {
        return Vectors.read("hkdf.json").valueStream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void derivesThePublishedKeyingMaterial(JsonNode vector) {
        byte[] derived = Hkdf.derive(
                Hex.decode(vector.path("ikm").asString()),
                Hex.decode(vector.path("salt").asString()),
                Hex.decode(vector.path("info").asString()),
                vector.path("L").asInt());

        assertThat(Hex.encode(derived)).isEqualTo(vector.path("okm").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 42, 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    })
    void takesAnAbsentSaltForZeroBytes(String keyMaterial, int length, String expected) {
        byte[] ikm = Hex.decode(keyMaterial);

        assertThat(Hex.encode(Hkdf.derive(ikm, new byte[0], length))).isEqualTo(expected);
        assertThat(Hex.encode(Hkdf.derive(ikm, new byte[32], new byte[0], length)))
                .isEqualTo(expected);
    }
}
