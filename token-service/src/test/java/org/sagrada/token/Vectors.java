package org.sagrada.token;

import java.io.InputStream;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published test vectors beside the tests, as JSON. */
public final class Vectors {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Vectors() {}

    /** The content of one file of {@code src/test/resources/vectors}. */
    public static JsonNode read(String file) {
        InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file);
        return JSON.readTree(Objects.requireNonNull(in, file));
    }
}
