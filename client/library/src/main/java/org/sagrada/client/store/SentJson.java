package org.sagrada.client.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.sync.LocalRecord.Sent;

/** What uploads sent whose end isn't known, as JSON: an object each, empty for a deletion. */
public final class SentJson {

    private static final String CONTENT = "content";

    private SentJson() {}

    /** The JSON of a list. */
    public static List<Map<String, Object>> write(List<Sent> sent) {
        return sent.stream().map(SentJson::write).toList();
    }

    private static Map<String, Object> write(Sent one) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> content = one.content();
        if (content != null) {
            json.put(CONTENT, content);
        }
        return json;
    }

    /**
     * Reads a list.
     *
     * @throws UnexpectedAnswerException if it isn't one of these
     */
    public static List<Sent> read(List<?> json) {
        return Json.of(Map.of("sent", json)).objects("sent").stream()
                .map(one -> new Sent(
                        one.asMap().containsKey(CONTENT)
                                ? Map.copyOf(one.object(CONTENT).asMap())
                                : null))
                .toList();
    }
}
