package org.sagrada.storage.bso;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes and deletes. Each call is one trip to the database and one transaction: a statement that locks the user's row, and one
 * that judges and writes. The second begins after the lock is held, so it sees all that earlier writers did; the lock makes the
 * versions of one user strictly increase in the order of the commits.
 */
@Component
public final class BsoWriter {

    private static final Sql LOCK = Sql.read(BsoWriter.class, "lock.sql");
    private static final Sql OPEN_ACCOUNT = Sql.read(BsoWriter.class, "open-account.sql");
    private static final Sql WRITE =
            Sql.read(BsoWriter.class, "write-given.sql", "write.sql").after(LOCK);
    private static final Sql ERASE_RECORDS =
            Sql.read(BsoWriter.class, "erase-records.sql").after(LOCK);
    private static final Sql ERASE_COLLECTION =
            Sql.read(BsoWriter.class, "erase-collection.sql").after(LOCK);
    private static final Sql ERASE_ALL =
            Sql.read(BsoWriter.class, "erase-all.sql").after(LOCK);

    private final Database database;

    BsoWriter(Database database) {
        this.database = database;
    }

    /** Writes records into a collection, which begins to exist; no id may be there twice. All get one version. */
    public WriteOutcome write(WriteRequest request, List<BsoPatch> records) {
        var values = request.values();
        values.putAll(PatchColumns.of(records));
        return run(WRITE, values);
    }

    /** Deletes what there is of these records; the collection gets a new version even if that is none of them. */
    public WriteOutcome eraseRecords(WriteRequest request, List<String> ids, boolean collectionMustExist) {
        var values = request.values();
        values.put("ids", ids.toArray(String[]::new));
        values.put("missing_fails", collectionMustExist);
        return run(ERASE_RECORDS, values);
    }

    /** Deletes a collection whole, its name included. */
    public WriteOutcome eraseCollection(WriteRequest request, boolean mustExist) {
        var values = request.values();
        values.put("missing_fails", mustExist);
        return run(ERASE_COLLECTION, values);
    }

    /**
     * Deletes all that a user has, save the clock.
     *
     * @param retires whether the user never comes back: every token but a purging one is refused from now on
     */
    public WriteOutcome eraseAll(long user, Precondition precondition, Moment now, boolean retires) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("unmodified_since", precondition.unmodifiedSince());
        values.put("now", now.millis());
        values.put("clock", now.asVersion());
        values.put("retires", retires);
        return run(ERASE_ALL, values);
    }

    private WriteOutcome run(Sql sql, Map<String, @Nullable Object> values) {
        return attempt(sql, values)
                .or(() -> {
                    database.update(OPEN_ACCOUNT, values);
                    return attempt(sql, values);
                })
                .orElseThrow(() -> new IllegalStateException("The account went while it was locked"));
    }

    private Optional<WriteOutcome> attempt(Sql sql, Map<String, @Nullable Object> values) {
        return database.run(connection -> {
            try (var statement = sql.prepare(connection, values)) {
                statement.execute();
                return outcome(statement);
            }
        });
    }

    /** The outcome is the second result: the first is the lock's. Without a row to lock there is none. */
    private static Optional<WriteOutcome> outcome(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        try (var row = statement.getResultSet()) {
            return row.next() ? Optional.of(outcome(row)) : Optional.empty();
        }
    }

    private static WriteOutcome outcome(ResultSet row) throws SQLException {
        return switch (row.getString("outcome")) {
            case "DONE" ->
                new WriteOutcome.Done(row.getLong("version"), row.getBoolean("overwrites"), row.getLong("bytes"));
            case "CHANGED" -> new WriteOutcome.Changed(row.getLong("target_version"));
            case "MISSING" -> new WriteOutcome.Missing();
            case "OVER_QUOTA" -> new WriteOutcome.OverQuota();
            case "RETIRED" -> new WriteOutcome.Retired();
            default -> throw new IllegalStateException("The statement gave no known outcome");
        };
    }
}
