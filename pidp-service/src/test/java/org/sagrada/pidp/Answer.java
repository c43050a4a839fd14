package org.sagrada.pidp;

import java.net.http.HttpHeaders;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text member of the body; it must be there. */
    public String text(String member) {
        return json().required(member).stringValue();
    }

    /** The error's number, or 0 where the body has none. */
    public int errno() {
        return json().path("errno").intValue(0);
    }

    /** The body as a map. */
    public Map<String, Object> map() {
        return JSON.readValue(body, new TypeReference<>() {});
    }
}
