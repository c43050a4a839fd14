package org.sagrada.loadtest.storage;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import org.sagrada.loadtest.host.BenchDatabase;

/**
 * Users that SQL fills in, since millions of records through any protocol take hours: each has bookmarks of 1,000 records of 1 KB and a
 * history of 10,000, of which 10 came last. The histories grow in ten waves over all users, as they do over the years, so no
 * collection lies in one piece.
 */
final class Crowd {

    private static final int WAVES = 10;
    private static final int RECORDS = Population.BOOKMARK_RECORDS + Population.HISTORY_RECORDS;

    private final BenchDatabase database;
    private final long version;
    private int users;

    Crowd(BenchDatabase database, InstantSource clock) {
        this.database = database;
        this.version = clock.millis() / 10;
    }

    /** How many users have so many records at least. */
    static int users(long records) {
        return Math.toIntExact(Math.ceilDiv(records, RECORDS));
    }

    long records() {
        return (long) users * RECORDS;
    }

    Population population() {
        return new Population(users, users, Collections.nCopies(users, version));
    }

    /** Adds users until there are so many. */
    void grow(int to) throws SQLException {
        var range = "generate_series(" + (users + 1) + ", " + to + ")";
        database.execute("INSERT INTO storage.account (user_id, version, bytes) SELECT u, " + (version + 1) + ", "
                + (long) RECORDS * Item.KILOBYTE + " FROM " + range + " u");
        database.execute(
                "INSERT INTO storage.collection (user_id, name, collection_id, version, records, largest) SELECT u, name, id, "
                        + (version + 1) + ", records, " + Item.KILOBYTE + " FROM " + range
                        + " u CROSS JOIN (VALUES ('bookmarks', 1, " + Population.BOOKMARK_RECORDS + "), ('history', 2, "
                        + Population.HISTORY_RECORDS
                        + "), ('clients', 3, 0), ('crypto', 4, 0), ('forms', 5, 0), ('meta', 6, 0),"
                        + " ('prefs', 7, 0), ('tabs', 8, 0)) c (name, id, records)");
        fill(range, 1, "b", 0, Population.BOOKMARK_RECORDS);
        var wave = Population.HISTORY_RECORDS / WAVES;
        for (var from = 0; from < Population.HISTORY_RECORDS; from += wave) {
            fill(range, 2, "h", from, wave);
        }
        users = to;
        // So that neither the work put off nor unknown statistics fall into what is measured.
        database.execute("VACUUM (ANALYZE) storage.bso");
        database.execute("VACUUM (ANALYZE) storage.account, storage.collection");
        database.execute("CHECKPOINT");
    }

    private void fill(String range, int collection, String prefix, int from, int count) throws SQLException {
        database.execute("INSERT INTO storage.bso (user_id, collection_id, bso_id, version, expiry, payload) SELECT u, "
                + collection
                + ", '" + prefix + "' || i, CASE WHEN i < " + Population.NEW_RECORDS + " THEN " + (version + 1)
                + " ELSE " + version
                + " END, 9223372036854775807, repeat(md5(u::text || i), 32) FROM " + range
                + " u CROSS JOIN generate_series("
                + from + ", " + (from + count - 1) + ") i");
    }
}
