package org.sagrada.model.browserid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AudienceTest {

    static Stream<JsonNode> comparisons() {
        return BrowserIdVectors.ALL
                .get("audience_compare")
                .valueStream()
                .filter(vector -> !vector.get("expected").asString().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparesSchemeHostAndPort(JsonNode vector) {
        assertThat(Audience.parse(vector.get("expected").asString())
                        .matches(vector.get("assertion_audience").asString()))
                .isEqualTo(vector.get("match").asBoolean());
    }

    @Test
    void takesNoEmptyAudience() {
        assertThatThrownBy(() -> Audience.parse("")).isInstanceOf(IllegalArgumentException.class);
    }
}
