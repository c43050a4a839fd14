package org.sagrada.client.cli.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;

/**
 * A record in a backup, where it is one line of JSON: in clear, or as the server had it.
 *
 * @param id as the server had it
 * @param sortindex null if it has none
 * @param cleartext null if the record is sealed
 * @param payload as the server had it; null if the record is in clear
 */
public record BackupRecord(
        String collection,
        String id,
        @Nullable Integer sortindex,
        @Nullable Map<String, Object> cleartext,
        @Nullable String payload) {

    /** A record in clear. */
    public static BackupRecord clear(
            String collection, String id, @Nullable Integer sortindex, Map<String, Object> cleartext) {
        return new BackupRecord(collection, id, sortindex, cleartext, null);
    }

    /** A record as the server had it. */
    public static BackupRecord sealed(String collection, String id, @Nullable Integer sortindex, String payload) {
        return new BackupRecord(collection, id, sortindex, null, payload);
    }

    /** Whether it only tells that a record was deleted. */
    public boolean isTombstone() {
        return cleartext != null && Boolean.TRUE.equals(cleartext.get("deleted"));
    }

    String toLine() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("collection", collection);
        line.put("id", id);
        if (sortindex != null) {
            line.put("sortindex", sortindex);
        }
        if (cleartext != null) {
            line.put("record", cleartext);
        } else {
            line.put("payload", payload);
        }
        return Json.format(line);
    }

    /**
     * Reads a line.
     *
     * @param number of the line, for the message
     * @throws BackupException if it isn't a record
     */
    static BackupRecord parse(String line, long number) {
        try {
            Json json = Json.parse(line);
            boolean clear = json.asMap().containsKey("record");
            Long sortindex = json.numberOrNull("sortindex");
            return new BackupRecord(
                    json.text("collection"),
                    json.text("id"),
                    sortindex == null ? null : Math.toIntExact(sortindex),
                    clear ? json.object("record").asMap() : null,
                    clear ? null : json.text("payload"));
        } catch (UnexpectedAnswerException | ArithmeticException malformed) {
            throw new BackupException("line " + number + " isn't a record of a backup; nothing was changed");
        }
    }

    /** Without what it holds, which is nobody else's business. */
    @Override
    public String toString() {
        return "BackupRecord[" + collection + "/" + id + "]";
    }
}
