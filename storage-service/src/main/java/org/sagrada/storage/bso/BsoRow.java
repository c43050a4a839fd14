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

    /**
     * Reads the columns id, version, sortindex and payload, which stand together.
     *
     * @param first the number of the id's column
     * @param full whether there is a column for the payload
     * @return null where the row has no record
     */
    static @Nullable BsoRow of(ResultSet row, int first, boolean full) throws SQLException {
        var id = row.getBytes(first);
        if (id == null) {
            return null;
        }
        var number = row.getInt(first + 2);
        var sortindex = row.wasNull() ? null : Integer.valueOf(number);
        return new BsoRow(id, row.getLong(first + 1), sortindex, full ? row.getBytes(first + 3) : null);
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
