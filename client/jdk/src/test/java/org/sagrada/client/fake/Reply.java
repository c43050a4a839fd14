package org.sagrada.client.fake;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to send. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }

    static Reply pidpError(int status, int errno, String more) {
        return json(status, "{\"code\":" + status + ",\"errno\":" + errno + ",\"message\":\"no\"" + more + "}");
    }

    static Reply corniceError(int status, String word) {
        return json(status, "{\"status\":\"" + word + "\",\"errors\":[]}");
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
