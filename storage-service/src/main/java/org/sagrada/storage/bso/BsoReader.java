package org.sagrada.storage.bso;

import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.load.HeldPages;
import org.springframework.stereotype.Component;

/** Reads records without any lock. What is answered from one statement is of one snapshot. */
@Component
public final class BsoReader {

    private static final Sql HEAD = Sql.read(BsoReader.class, "head.sql");
    private static final Sql ITEM = Sql.read(BsoReader.class, "item.sql");

    private final Database database;
    private final HeldPages pages;

    BsoReader(Database database, HeldPages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** Reads one record: found, missing, or stopped by the precondition. */
    public ReadOutcome record(long user, CollectionName collection, String id, Precondition precondition, Moment now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection.value());
        values.put("id", id);
        values.put("now", now.millis());
        return database.run(connection -> {
            try (var statement = ITEM.prepare(connection, values);
                    var row = statement.executeQuery()) {
                if (!row.next()) {
                    return new ReadOutcome.Missing(0);
                }
                if (row.getBoolean("retired")) {
                    return new ReadOutcome.Retired();
                }
                var storeVersion = row.getLong("store_version");
                var record = BsoRow.of(row, row.findColumn("bso_id"), true);
                if (record == null) {
                    return new ReadOutcome.Missing(storeVersion);
                }
                return stopped(precondition, record.version(), storeVersion)
                        .orElseGet(() -> new ReadOutcome.Found(record, storeVersion));
            }
        });
    }

    /**
     * Lists records of a collection.
     *
     * @throws IOException what the listing threw
     */
    public ReadOutcome list(
            long user,
            CollectionName collection,
            BsoQuery query,
            Precondition precondition,
            Moment now,
            Listing listing)
            throws IOException {
        var head = head(user, collection);
        if (head.retired()) {
            return new ReadOutcome.Retired();
        }
        if (head.version() == null) {
            return new ReadOutcome.Missing(head.storeVersion());
        }
        var stopped = stopped(precondition, head.version(), head.storeVersion());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (query.matchesNothingIn(head.version())) {
            listing.begin(new Page(head.version(), head.storeVersion(), 0, null));
            listing.end();
            return new ReadOutcome.Listed();
        }
        try (var _ = pages.take(head.bytesAtOnce(query))) {
            return new CollectionScan(database, user, collection, query, precondition, now).run(head, listing);
        }
    }

    /** How a collection stands now; its version is 0 when there is none. */
    public CollectionState state(long user, CollectionName collection) {
        var head = head(user, collection);
        return new CollectionState(head.version() == null ? 0 : head.version(), head.storeVersion(), head.retired());
    }

    private Head head(long user, CollectionName collection) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection.value());
        return database.run(connection -> {
            try (var statement = HEAD.prepare(connection, values);
                    var row = statement.executeQuery()) {
                return row.next() ? Head.of(row) : Head.NOTHING;
            }
        });
    }

    static Optional<ReadOutcome> stopped(Precondition precondition, long version, long storeVersion) {
        return switch (precondition.check(version)) {
            case MET -> Optional.empty();
            case NOT_MODIFIED -> Optional.of(new ReadOutcome.NotModified(version, storeVersion));
            case CHANGED -> Optional.of(new ReadOutcome.Changed(version, storeVersion));
        };
    }
}
