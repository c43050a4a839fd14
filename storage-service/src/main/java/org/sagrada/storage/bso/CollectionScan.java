package org.sagrada.storage.bso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * One reading of a collection's records. Headers have to tell how many records follow and where the next page begins, before the
 * first record is written. So a page is one statement whose rows are held together, never more bytes than one request may hold (a page may
 * be shorter than its limit). Only a listing without a limit that is larger than that comes through a cursor, after a count in the
 * same snapshot.
 */
final class CollectionScan {

    private final Database database;
    private final long user;
    private final CollectionName collection;
    private final BsoQuery query;
    private final Precondition precondition;
    private final Moment now;

    CollectionScan(
            Database database,
            long user,
            CollectionName collection,
            BsoQuery query,
            Precondition precondition,
            Moment now) {
        this.database = database;
        this.user = user;
        this.collection = collection;
        this.query = query;
        this.precondition = precondition;
        this.now = now;
    }

    ReadOutcome run(Head head, Listing listing) throws IOException {
        var atOnce = head.rowsAtOnce(query.full());
        var most = query.ids() == null ? head.records() : query.ids().size();
        if (query.limit() != null || most <= atOnce) {
            var wanted = query.limit() == null ? atOnce : Math.min(query.limit(), atOnce);
            var chunk = database.run(connection -> chunk(connection, wanted + 1));
            if (query.limit() != null || chunk.rows().size() <= wanted) {
                return deliver(chunk, wanted, head, listing);
            }
        }
        try {
            return database.run(connection -> stream(connection, atOnce, head, listing));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Chunk chunk(Connection connection, int atMost) throws SQLException {
        try (var statement = query.rows().prepare(connection, query.values(user, collection, now, atMost));
                var rows = statement.executeQuery()) {
            var chunk = new Chunk();
            while (rows.next()) {
                chunk.add(rows, query.full());
            }
            return chunk;
        }
    }

    /** The connection is back in its pool by now: a slow client holds up nobody. */
    private ReadOutcome deliver(Chunk chunk, int wanted, Head head, Listing listing) throws IOException {
        if (chunk.isOfNoCollection()) {
            return new ReadOutcome.Missing(head.storeVersion());
        }
        var stopped = BsoReader.stopped(precondition, chunk.version(), chunk.storeVersion());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var rows = chunk.rows();
        var last = rows.size() > wanted ? query.sort().positionOf(rows.get(wanted - 1)) : null;
        var records = Math.min(rows.size(), wanted);
        listing.begin(new Page(chunk.version(), chunk.storeVersion(), records, last));
        for (var row : rows.subList(0, records)) {
            listing.next(row);
        }
        listing.end();
        return new ReadOutcome.Listed();
    }

    private ReadOutcome stream(Connection connection, int fetchSize, Head head, Listing listing) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        var values = query.values(user, collection, now, null);
        try (var count = query.count().prepare(connection, values);
                var statement = query.rows().prepare(connection, values)) {
            statement.setFetchSize(fetchSize);
            long records;
            try (var counted = count.executeQuery()) {
                counted.next();
                records = counted.getLong("records");
            }
            try (var rows = statement.executeQuery()) {
                return stream(rows, records, head, listing);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private ReadOutcome stream(ResultSet rows, long records, Head head, Listing listing) throws SQLException {
        if (!rows.next()) {
            return new ReadOutcome.Missing(head.storeVersion());
        }
        var version = rows.getLong(BsoQuery.COLLECTION_VERSION);
        var storeVersion = rows.getLong(BsoQuery.STORE_VERSION);
        var stopped = BsoReader.stopped(precondition, version, storeVersion);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        try {
            listing.begin(new Page(version, storeVersion, records, null));
            for (var row = BsoRow.of(rows, BsoQuery.RECORD, query.full()); row != null; row = next(rows)) {
                listing.next(row);
            }
            listing.end();
            return new ReadOutcome.Listed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            // Half an answer is out, so this must not run again.
            throw new TransientDataAccessResourceException("The database went away while it was read", e);
        }
    }

    private @Nullable BsoRow next(ResultSet rows) throws SQLException {
        return rows.next() ? BsoRow.of(rows, BsoQuery.RECORD, query.full()) : null;
    }
}
