package org.sagrada.storage;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpResponse<String> response;

    Answer(HttpResponse<String> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public long number(String header) {
        return Long.parseLong(header(header).orElseThrow());
    }

    /** The version that 2.0's header tells. */
    public long version() {
        return number("X-Last-Modified-Version");
    }

    /** The strings of a list in the body. */
    public List<String> strings(String pointer) {
        var strings = new ArrayList<String>();
        json().at(pointer).forEach(node -> strings.add(node.asString()));
        return strings;
    }

    /** Itself, when the status is this one. */
    public Answer expect(int status) {
        Assertions.assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + " " + body();
    }
}
