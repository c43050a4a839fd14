package org.sagrada.model.browserid;

import java.util.Map;
import org.sagrada.model.Vectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published BrowserID vectors. */
final class BrowserIdVectors {

    static final JsonNode ALL = Vectors.read("browserid.json");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BrowserIdVectors() {}

    static Map<String, Object> object(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    static SigningKey privateKey(String name) {
        return SigningKey.parse(object(ALL.get("private_keys").get(name)));
    }
}
