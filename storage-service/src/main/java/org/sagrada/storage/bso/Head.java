package org.sagrada.storage.bso;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What one cheap look tells of a collection before its records are read.
 *
 * @param version null when there is no such collection
 * @param records rows stored in it
 * @param largest no payload in it has more bytes
 */
record Head(long storeVersion, boolean retired, @Nullable Long version, long records, int largest) {

    static final Head NOTHING = new Head(0, false, null, 0, 0);

    /** A page is read into memory whole, so this many bytes of payload is what one request may hold. */
    private static final long BYTES_AT_ONCE = 4L << 20;

    /** Id, numbers, and the objects that hold them. */
    private static final int BYTES_OF_A_ROW = 256;

    private static final int MOST_ROWS_AT_ONCE = 5_000;
    private static final int FEWEST_ROWS_AT_ONCE = 4;

    static Head of(ResultSet row) throws SQLException {
        var number = row.getLong("version");
        var version = row.wasNull() ? null : Long.valueOf(number);
        return new Head(
                row.getLong("store_version"),
                row.getBoolean("retired"),
                version,
                row.getLong("records"),
                row.getInt("largest"));
    }

    /** How many bytes of payload a query may hold in memory at a time. */
    long bytesAtOnce(BsoQuery query) {
        var rows = Math.min(rowsAtOnce(query.full()), records);
        if (query.ids() != null) {
            rows = Math.min(rows, query.ids().size());
        }
        if (query.limit() != null) {
            rows = Math.min(rows, query.limit() + 1L);
        }
        return rows * (query.full() ? Math.max(largest, BYTES_OF_A_ROW) : BYTES_OF_A_ROW);
    }

    /** How many rows to hold in memory at a time. */
    int rowsAtOnce(boolean full) {
        return full
                ? Math.clamp(BYTES_AT_ONCE / Math.max(largest, 1), FEWEST_ROWS_AT_ONCE, MOST_ROWS_AT_ONCE)
                : MOST_ROWS_AT_ONCE;
    }
}
