package org.sagrada.storage.bso;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes and deletes. Each call is one trip to the database and one transaction: a statement that locks the user's row, and one
 * that judges and writes. The second begins after the lock is held, so it sees all that earlier writers did; the lock makes the
 * versions of one user strictly increase in the order of the commits.
 */
@Component
public final class BsoWriter {

    private static final Sql WRITE = Sql.lockingUser(Sql.read(BsoWriter.class, "write-given.sql", "write.sql"));
    private static final Sql WRITE_STAGED = Sql.lockingUser(
            Sql.read(BsoWriter.class, "write-staged.sql", "write.sql"), Sql.read(BsoWriter.class, "unstage.sql"));
    private static final Sql ERASE_RECORDS = Sql.lockingUser(Sql.read(BsoWriter.class, "erase-records.sql"));
    private static final Sql ERASE_COLLECTION = Sql.lockingUser(Sql.read(BsoWriter.class, "erase-collection.sql"));
    private static final Sql ERASE_ALL = Sql.lockingUser(Sql.read(BsoWriter.class, "erase-all.sql"));

    private final Database database;
    private final Counter overQuota;

    BsoWriter(Database database, MeterRegistry meters) {
        this.database = database;
        this.overQuota = Counter.builder("sagrada.storage.over.quota")
                .description("Writes refused because the user would have too many bytes")
                .register(meters);
    }

    /** Writes records into a collection, which begins to exist; no id may be there twice. All get one version. */
    public WriteOutcome write(WriteRequest request, List<BsoPatch> records) {
        var values = request.values();
        values.putAll(PatchColumns.of(records));
        return run(WRITE, values);
    }

    /** Writes what a batch holds, as one write; afterwards there is no such batch, whatever the outcome. */
    public WriteOutcome writeStaged(WriteRequest request, String batch) {
        var values = request.values();
        values.put("batch", batch);
        return run(WRITE_STAGED, values);
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
        var outcome = database.transact(sql, values, BsoWriter::outcome);
        if (outcome instanceof WriteOutcome.OverQuota) {
            overQuota.increment();
        }
        return outcome;
    }

    private static WriteOutcome outcome(ResultSet row) throws SQLException {
        row.next();
        if (row.getBoolean("done")) {
            return new WriteOutcome.Done(row.getLong("version"), row.getBoolean("overwrites"), row.getLong("bytes"));
        }
        if (row.getBoolean("changed")) {
            return new WriteOutcome.Changed(row.getLong("target_version"));
        }
        if (row.getBoolean("missing")) {
            return new WriteOutcome.Missing();
        }
        return row.getBoolean("over_quota") ? new WriteOutcome.OverQuota() : new WriteOutcome.Retired();
    }
}
