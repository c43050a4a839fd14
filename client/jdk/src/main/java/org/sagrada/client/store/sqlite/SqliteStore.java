package org.sagrada.client.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.client.store.SentJson;
import org.sagrada.client.store.StoreException;
import org.sagrada.client.sync.LocalRecord;
import org.sagrada.client.sync.LocalStore;

/** One collection of an {@link SqliteDatabase}. Each save is a transaction that is on the disk when it returns. */
final class SqliteStore implements LocalStore {

    private static final String COLUMNS = "id, content, base, sent, changed_at";

    private final Connection connection;
    private final String collection;

    SqliteStore(Connection connection, String collection) {
        this.connection = connection;
        this.collection = collection;
    }

    @Override
    public long since() {
        synchronized (connection) {
            try (PreparedStatement query = prepare("SELECT since FROM synced WHERE collection = ?");
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            } catch (SQLException broken) {
                throw unreadable(broken);
            }
        }
    }

    @Override
    public Optional<LocalRecord> get(String id) {
        synchronized (connection) {
            try (PreparedStatement query =
                    prepare("SELECT " + COLUMNS + " FROM record WHERE collection = ? AND id = ?")) {
                query.setString(2, id);
                return read(query).stream().findFirst();
            } catch (SQLException broken) {
                throw unreadable(broken);
            }
        }
    }

    @Override
    public List<LocalRecord> all() {
        return select("");
    }

    @Override
    public List<LocalRecord> changed() {
        return select(" AND changed = 1");
    }

    private List<LocalRecord> select(String condition) {
        synchronized (connection) {
            String sql = "SELECT " + COLUMNS + " FROM record WHERE collection = ?" + condition + " ORDER BY id";
            try (PreparedStatement query = prepare(sql)) {
                return read(query);
            } catch (SQLException broken) {
                throw unreadable(broken);
            }
        }
    }

    @Override
    public void save(Collection<LocalRecord> records, long since) {
        synchronized (connection) {
            try {
                connection.setAutoCommit(false);
                try {
                    write(records);
                    forget(records);
                    try (PreparedStatement update = prepare("INSERT OR REPLACE INTO synced VALUES (?, ?)")) {
                        update.setLong(2, since);
                        update.executeUpdate();
                    }
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException broken) {
                throw new StoreException("can't write '" + collection + "' to the database", broken);
            }
        }
    }

    private void write(Collection<LocalRecord> records) throws SQLException {
        try (PreparedStatement insert = prepare("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (LocalRecord bso : records) {
                insert.setString(2, bso.id());
                set(insert, 3, bso.content());
                set(insert, 4, bso.base());
                insert.setString(5, Json.format(SentJson.write(bso.sent())));
                insert.setLong(6, bso.changedAt().toEpochMilli());
                insert.setBoolean(7, bso.isChanged());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void forget(Collection<LocalRecord> records) throws SQLException {
        try (PreparedStatement delete = prepare("DELETE FROM record WHERE collection = ? AND id = ?")) {
            for (LocalRecord bso : records) {
                if (bso.isOver()) {
                    delete.setString(2, bso.id());
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, collection);
        return statement;
    }

    private static List<LocalRecord> read(PreparedStatement query) throws SQLException {
        List<LocalRecord> records = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                records.add(new LocalRecord(
                        rows.getString("id"),
                        parsed(rows.getString("content")),
                        parsed(rows.getString("base")),
                        SentJson.read(Json.parse("{\"sent\":" + rows.getString("sent") + "}")
                                .list("sent")),
                        Instant.ofEpochMilli(rows.getLong("changed_at"))));
            }
        }
        return records;
    }

    private static void set(PreparedStatement statement, int index, @Nullable Map<String, Object> content)
            throws SQLException {
        if (content == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, Json.format(content));
        }
    }

    private static @Nullable Map<String, Object> parsed(@Nullable String json) {
        return json == null ? null : Map.copyOf(Json.parse(json).asMap());
    }

    private StoreException unreadable(SQLException broken) {
        return new StoreException("can't read '" + collection + "' from the database", broken);
    }
}
