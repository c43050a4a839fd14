package org.sagrada.client.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param sent what uploads sent whose end isn't known, oldest first: any one of them may have arrived, or may yet arrive
 * @param changedAt when the user last changed it, by the device's clock
 */
public record LocalRecord(
        String id,
        @Nullable Map<String, Object> content,
        @Nullable Map<String, Object> base,
        List<Sent> sent,
        Instant changedAt) {

    /**
     * What an upload sent.
     *
     * @param content null for a deletion
     */
    public record Sent(@Nullable Map<String, Object> content) {}

    public LocalRecord {
        sent = List.copyOf(sent);
    }

    /** A record that nobody has yet. */
    public static LocalRecord unknown(String id) {
        return new LocalRecord(id, null, null, List.of(), Instant.EPOCH);
    }

    /** What the user makes of it; null deletes it. */
    public LocalRecord edited(@Nullable Map<String, Object> newContent, Instant now) {
        // As it will come back from the server: numbers of one type, in particular.
        Map<String, Object> normal = newContent == null
                ? null
                : Map.copyOf(Json.parse(Json.format(newContent)).asMap());
        return new LocalRecord(id, normal, base, sent, now);
    }

    /** Whether the server has to hear of it, or may have heard something else. */
    public boolean isChanged() {
        return !Objects.equals(content, base) || sent.stream().anyMatch(one -> !Objects.equals(content, one.content()));
    }

    /** Whether there is nothing to say of it any more: neither side has it, nor may have it. */
    public boolean isOver() {
        return content == null && base == null && sent.isEmpty();
    }

    /** Whether an upload may have brought this content to the server. */
    boolean mayHaveSent(@Nullable Map<String, Object> atServer) {
        return sent.contains(new Sent(atServer));
    }

    /** Whether the user left it as the last upload sent it. */
    boolean isAsSent() {
        return !sent.isEmpty() && Objects.equals(sent.get(sent.size() - 1).content(), content);
    }

    LocalRecord beingSent() {
        if (isAsSent()) {
            return this;
        }
        List<Sent> more = new ArrayList<>(sent);
        more.add(new Sent(content));
        return new LocalRecord(id, content, base, more, changedAt);
    }

    /** The last upload has certainly not brought it; of those before it nobody knows. */
    LocalRecord notSent(List<Sent> before) {
        return new LocalRecord(id, content, base, before, changedAt);
    }

    /** Both agree on this; what the user did since stays a change. */
    LocalRecord agreed(@Nullable Map<String, Object> atServer) {
        return new LocalRecord(id, content, atServer, List.of(), changedAt);
    }

    LocalRecord taken(@Nullable Map<String, Object> fromServer) {
        return new LocalRecord(id, fromServer, fromServer, List.of(), changedAt);
    }

    LocalRecord forgottenByServer() {
        return new LocalRecord(id, content, null, List.of(), changedAt);
    }

    /** The id only: the content is the user's. */
    @Override
    public String toString() {
        return "LocalRecord[" + id + "]";
    }
}
