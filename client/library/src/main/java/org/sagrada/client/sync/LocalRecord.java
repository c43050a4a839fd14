package org.sagrada.client.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;

/**
 * A record on the device, with what is known of it at the server. Contents are JSON objects without the id; null is a deletion, or a
 * record that never was.
 *
 * @param content as the user has it
 * @param base as the server had it when both last agreed
 * @param sending whether an upload was begun whose end isn't known
 * @param sent what that upload sent
 * @param changedAt when the user last changed it, by the device's clock
 */
public record LocalRecord(
        String id,
        @Nullable Map<String, Object> content,
        @Nullable Map<String, Object> base,
        boolean sending,
        @Nullable Map<String, Object> sent,
        Instant changedAt) {

    /** A record that nobody has yet. */
    public static LocalRecord unknown(String id) {
        return new LocalRecord(id, null, null, false, null, Instant.EPOCH);
    }

    /** What the user makes of it; null deletes it. */
    public LocalRecord edited(@Nullable Map<String, Object> newContent, Instant now) {
        // As it will come back from the server: numbers of one type, in particular.
        Map<String, Object> normal = newContent == null
                ? null
                : Map.copyOf(Json.parse(Json.format(newContent)).asMap());
        return new LocalRecord(id, normal, base, sending, sent, now);
    }

    /** Whether the server has to hear of it, or may have heard something else. */
    public boolean isChanged() {
        return !Objects.equals(content, base) || (sending && !Objects.equals(content, sent));
    }

    LocalRecord beingSent() {
        return new LocalRecord(id, content, base, true, content, changedAt);
    }

    LocalRecord notSent() {
        return new LocalRecord(id, content, base, false, null, changedAt);
    }

    /** Both agree on this; what the user did since stays a change. */
    LocalRecord agreed(@Nullable Map<String, Object> atServer) {
        return new LocalRecord(id, content, atServer, false, null, changedAt);
    }

    LocalRecord taken(@Nullable Map<String, Object> fromServer) {
        return new LocalRecord(id, fromServer, fromServer, false, null, changedAt);
    }

    LocalRecord forgottenByServer() {
        return new LocalRecord(id, content, null, false, null, changedAt);
    }

    /** The id only: the content is the user's. */
    @Override
    public String toString() {
        return "LocalRecord[" + id + "]";
    }
}
