package org.sagrada.storage.bso;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A stored record on its way out. Texts stay the UTF-8 bytes that the database sent: they are copied into the answer and never
 * become strings.
 */
public final class BsoRow {

    private final byte[] id;
    private final long version;
    private final @Nullable Integer sortindex;
    private final byte @Nullable [] payload;

    private BsoRow(byte[] id, long version, @Nullable Integer sortindex, byte @Nullable [] payload) {
        this.id = id;
        this.version = version;
        this.sortindex = sortindex;
        this.payload = payload;
    }

    static BsoRow of(ResultSet row, boolean full) throws SQLException {
        var number = row.getInt("sortindex");
        var sortindex = row.wasNull() ? null : Integer.valueOf(number);
        return new BsoRow(
                row.getBytes("bso_id"), row.getLong("version"), sortindex, full ? row.getBytes("payload") : null);
    }

    /** In UTF-8, not to be changed. */
    public byte[] id() {
        return id;
    }

    /** The id as text. */
    public String idText() {
        return new String(id, StandardCharsets.UTF_8);
    }

    /** In 1/100 s since 1970. */
    public long version() {
        return version;
    }

    /** Null when it has none. */
    public @Nullable Integer sortindex() {
        return sortindex;
    }

    /** In UTF-8, not to be changed; null when only ids are read. */
    public byte @Nullable [] payload() {
        return payload;
    }
}
