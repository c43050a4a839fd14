package org.sagrada.client.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to write. What is null is not sent: a batch leaves it as it was, a {@link RecordCollection#put} clears it.
 *
 * @param id 1 to 64 characters of {@code A-Z a-z 0-9 _ -}
 * @param payload at most 256 KiB in UTF-8, unless the server says otherwise
 * @param sortindex 0 to 999,999,999
 * @param ttl seconds to keep the record
 */
public record BsoWrite(
        String id,
        @Nullable String payload,
        @Nullable Integer sortindex,
        @Nullable Integer ttl) {

    /** A record of an id and a payload. */
    public static BsoWrite of(String id, String payload) {
        return new BsoWrite(id, payload, null, null);
    }

    /** The same with a sortindex. */
    public BsoWrite withSortindex(@Nullable Integer value) {
        return new BsoWrite(id, payload, value, ttl);
    }

    /** The same with a time to live, in seconds. */
    public BsoWrite withTtl(@Nullable Integer seconds) {
        return new BsoWrite(id, payload, sortindex, seconds);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        if (payload != null) {
            json.put("payload", payload);
        }
        if (sortindex != null) {
            json.put("sortindex", sortindex);
        }
        if (ttl != null) {
            json.put("ttl", ttl);
        }
        return json;
    }

    /** Without the payload, which is nobody else's business. */
    @Override
    public String toString() {
        return "BsoWrite[" + id + "]";
    }
}
