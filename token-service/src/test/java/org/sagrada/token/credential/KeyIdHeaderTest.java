package org.sagrada.token.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagrada.token.Vectors;
import org.sagrada.token.refusal.RefusalException;
import tools.jackson.databind.JsonNode;

class KeyIdHeaderTest {

    static Stream<JsonNode> accepted() {
        return Vectors.read("key-id.json")
                .path("x_keyid_parse")
                .valueStream()
                .filter(vector -> !vector.path("keys_changed_at").isNull())
                .filter(vector -> !vector.path("header").asString().matches("\\+.*|1234-|1234-A{23}"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsWhenTheKeysChangedAndWhatStandsForThem(JsonNode vector) {
        assertThat(KeyIdHeader.parse(vector.path("header").asString()))
                .isEqualTo(new KeyIdHeader(
                        vector.path("keys_changed_at").asLong(),
                        vector.path("client_state").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 401 invalid-key-id Missing X-KeyID header",
                "'', 401 invalid-key-id Missing X-KeyID header",
                "'1234-\u200bqqo', 401 invalid-key-id Invalid X-KeyID header",
                "1234-qqo=, 401 invalid-credentials Unauthorized",
                "1234-state!, 401 invalid-credentials Unauthorized",
                "0000000001234-notbase64, 401 invalid-credentials Unauthorized",
                "00000000, 401 invalid-credentials Unauthorized",
                "notanumber-qqo, 401 invalid-credentials Unauthorized",
                "-5-qqo, 401 invalid-credentials Unauthorized",
                "+1234-qqo, 401 invalid-credentials Unauthorized",
                "9223372036854775808-qqo, 401 invalid-credentials Unauthorized",
                "1234-AAAAAAAAAAAAAAAAAAAAAAA, 400 error Invalid client state value",
                "1234-, 400 error Invalid client state value",
            })
    void refusesAnyOtherForm(@Nullable String header, String refusal) {
        assertThatThrownBy(() -> KeyIdHeader.parse(header))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        thrown -> assertThat(thrown.refusal().code() + " "
                                        + thrown.refusal().status() + " "
                                        + thrown.refusal().description())
                                .isEqualTo(refusal));
    }
}
