package org.sagrada.storage.info;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.sagrada.storage.bso.Database;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.Precondition;
import org.sagrada.storage.bso.Sql;
import org.springframework.stereotype.Component;

/** Reads the numbers of one user's storage, each in one statement and so of one snapshot. */
@Component
public final class InfoReader {

    private static final Sql VERSIONS = Sql.read(InfoReader.class, "versions.sql");
    private static final Sql COUNTS = Sql.read(InfoReader.class, "counts.sql");
    private static final Sql USAGE = Sql.read(InfoReader.class, "usage.sql");

    private final Database database;

    InfoReader(Database database) {
        this.database = database;
    }

    /** The version of each collection, in 1/100 s since 1970, and the bytes of all payloads. */
    public InfoOutcome versions(long user, Precondition precondition, Moment now) {
        return read(VERSIONS, user, precondition, now);
    }

    /** The number of records in each collection, those that expired not counted. */
    public InfoOutcome counts(long user, Precondition precondition, Moment now) {
        return read(COUNTS, user, precondition, now);
    }

    /** The bytes of payload in each collection, those that expired not counted. */
    public InfoOutcome usage(long user, Precondition precondition, Moment now) {
        return read(USAGE, user, precondition, now);
    }

    private InfoOutcome read(Sql sql, long user, Precondition precondition, Moment now) {
        return database.run(connection -> read(connection, sql, user, precondition, now));
    }

    private static InfoOutcome read(Connection connection, Sql sql, long user, Precondition precondition, Moment now)
            throws SQLException {
        try (var statement = sql.prepare(connection, Map.of("user", user, "now", now.millis()));
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                return stopped(precondition, 0, new InfoOutcome.Told(0, 0, Map.of()));
            }
            if (rows.getBoolean("retired")) {
                return new InfoOutcome.Retired();
            }
            var version = rows.getLong("store_version");
            return stopped(precondition, version, new InfoOutcome.Told(version, rows.getLong("bytes"), numbers(rows)));
        }
    }

    /** From the row where the result stands; without any collection it is the only one, with nulls. */
    private static Map<String, Long> numbers(ResultSet rows) throws SQLException {
        var numbers = new TreeMap<String, Long>();
        for (var more = rows.getString("name") != null; more; more = rows.next()) {
            numbers.put(rows.getString("name"), rows.getLong("number"));
        }
        return numbers;
    }

    private static InfoOutcome stopped(Precondition precondition, long version, InfoOutcome otherwise) {
        return switch (precondition.check(version)) {
            case MET -> otherwise;
            case NOT_MODIFIED -> new InfoOutcome.NotModified(version);
            case CHANGED -> new InfoOutcome.Changed(version);
        };
    }
}
