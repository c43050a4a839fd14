package org.sagrada.storage.v15;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.Answer;
import org.sagrada.storage.StorageIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays the requests of a real browser's first sync, as recorded, and reads back every record it uploaded. */
class RecordedFirefoxIT extends StorageIT {

    /** The client's; the build puts it here. */
    private static final String RECORDING = "firefox-first-sync.json";

    /** By path, without its query: what the server said last. */
    private final Map<String, String> times = new HashMap<>();

    private final Map<String, JsonNode> uploaded = new HashMap<>();
    private String batch = "";

    @Test
    void everyRequestIsAnsweredAsTheBrowserExpectsAndEveryRecordComesBack() {
        for (var request : new JsonMapper()
                .readTree(getClass().getResourceAsStream("/" + RECORDING))
                .get("requests")) {
            replay(request);
        }

        assertThat(uploaded).hasSizeGreaterThan(700);
        for (var collection : List.of("clients", "prefs", "passwords", "tabs", "bookmarks", "history")) {
            var records = device.get(device.path15("/storage/" + collection + "?full=1"))
                    .expect(200)
                    .json();
            assertThat(records).isNotEmpty().allSatisfy(record -> {
                var sent = Optional.ofNullable(uploaded.remove(
                                collection + "/" + record.get("id").asString()))
                        .orElseThrow();
                assertThat(record.get("payload")).isEqualTo(sent.get("payload"));
                assertThat(record.get("sortindex")).isEqualTo(sent.get("sortindex"));
            });
        }
        assertThat(uploaded).isEmpty();
    }

    private void replay(JsonNode request) {
        var recorded = request.get("path").asString();
        var path = recorded.replaceAll("batch=(?!true)[^&]+", "batch=" + batch);
        var body = request.get("body");
        var answer = device.send(
                        request.get("method").asString(),
                        device.path15(path),
                        body == null ? null : body.toString(),
                        headers(request, path))
                .expect(request.get("status").asInt());
        remember(request, path, answer);
    }

    private String[] headers(JsonNode request, String path) {
        var headers = new ArrayList<String>();
        request.get("headers").properties().forEach(header -> {
            var name = header.getKey();
            var value = header.getValue().asString();
            headers.add(name);
            headers.add(name.equalsIgnoreCase("x-if-unmodified-since") ? time(value, path) : value);
        });
        return headers.toArray(String[]::new);
    }

    /** Recorded times are of another server's clock. */
    private String time(String recorded, String path) {
        return recorded.matches("0(\\.00)?") ? recorded : times.getOrDefault(withoutQuery(path), "0");
    }

    private void remember(JsonNode request, String path, Answer answer) {
        answer.header("X-Last-Modified").ifPresent(time -> times.put(withoutQuery(path), time));
        if (answer.status() == 202) {
            batch = answer.json().get("batch").asString();
        }
        var body = request.get("body");
        if (request.get("method").asString().equals("POST")) {
            assertThat(answer.json().get("failed").isEmpty()).isTrue();
            remember(path, body);
        } else if (body != null) {
            assertThat(answer.body()).isEqualTo(times.get(path));
        }
    }

    private void remember(String path, @Nullable JsonNode records) {
        if (records != null) {
            var collection = withoutQuery(path).substring("/storage/".length());
            records.forEach(
                    record -> uploaded.put(collection + "/" + record.get("id").asString(), record));
        }
    }

    private static String withoutQuery(String path) {
        return path.replaceAll("\\?.*", "");
    }
}
