package org.sagrada.token.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The error body of the token service. */
record CorniceBody(String status, List<Entry> errors) {

    record Entry(
            String location,
            String name,
            String description,

            @JsonProperty("condition_urls") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, String> conditionUrls) {}

    static CorniceBody of(String status, String location, String name, String description) {
        return new CorniceBody(status, List.of(new Entry(location, name, description, Map.of())));
    }

    static CorniceBody of(Refusal refusal) {
        var entry = new Entry(refusal.location(), refusal.name(), refusal.description(), refusal.conditionUrls());
        return new CorniceBody(refusal.status(), List.of(entry));
    }
}
