package org.sagrada.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.json.JsonMapper;

class SchemaCheckTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOCUMENT = """
            paths:
              /things/{id}: {get: {responses: {}}}
              /things/all: {get: {responses: {}}}
            components:
              schemas:
                Thing:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    size: {type: [integer, "null"]}
                    kind: {enum: [a, b]}
                    parts: {type: array, items: {"$ref": "#/components/schemas/Thing"}}
                    any: {anyOf: [{type: string}, {type: number}]}
                  additionalProperties: false
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"x\"} | ``",
                "{\"id\": \"x\", \"size\": null, \"kind\": \"a\", \"parts\": [{\"id\": \"y\"}], \"any\": 1.5} | ``",
                "{} | $.id is required",
                "{\"id\": 1} | $.id is not of type \"string\"",
                "{\"id\": \"x\", \"size\": 1.5} | $.size is not of type [\"integer\",\"null\"]",
                "{\"id\": \"x\", \"kind\": \"c\"} | $.kind is not in the enumeration",
                "{\"id\": \"x\", \"parts\": [{\"id\": \"y\"}, {}]} | $.parts[1].id is required",
                "{\"id\": \"x\", \"any\": true} | $.any is none of the alternatives",
                "{\"id\": \"x\", \"other\": 1} | $.other is not documented",
                "[] | $ is not of type \"object\""
            })
    void saysWhatIsNotAsDocumented(String value, String problems) throws IOException {
        var api = api();
        var schema = JSON.readTree("{\"$ref\": \"#/components/schemas/Thing\"}");
        assertThat(String.join("; ", SchemaCheck.problems(api, schema, JSON.readTree(value))))
                .isEqualTo(problems);
    }

    @Test
    void findsAPathByItsTemplateAndPrefersOneWithoutVariables() throws IOException {
        assertThat(api().path("/things/1").orElseThrow().template()).isEqualTo("/things/{id}");
        assertThat(api().path("/things/all").orElseThrow().template()).isEqualTo("/things/all");
        assertThat(api().path("/things/1/2")).isEmpty();
    }

    private static DocumentedApi api() throws IOException {
        return DocumentedApi.read(new ByteArrayResource(DOCUMENT.getBytes(StandardCharsets.UTF_8)), JSON);
    }
}
