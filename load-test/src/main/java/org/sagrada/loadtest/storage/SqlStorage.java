package org.sagrada.loadtest.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.Database;
import org.sagrada.storage.bso.Sql;
import org.sagrada.storage.info.InfoReader;

/** The service's statements on one connection, and nothing else: what is read is fetched and dropped. */
final class SqlStorage implements Storage {

    private static final Sql VERSIONS = Sql.read(InfoReader.class, "versions.sql");
    private static final Sql LIST = Sql.read(SqlStorage.class, "list.sql");
    private static final Sql ITEM = Sql.read(Database.class, "item.sql");
    private static final Sql WRITE = Sql.lockingUser(Sql.read(BsoWriter.class, "write-given.sql", "write.sql"));
    private static final Sql ERASE = Sql.lockingUser(Sql.read(BsoWriter.class, "erase-collection.sql"));
    private static final Sql ERASE_ALL = Sql.lockingUser(Sql.read(BsoWriter.class, "erase-all.sql"));

    private final Connection connection;
    private final InstantSource clock;

    SqlStorage(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public void versions(long user) throws SQLException {
        fetch(VERSIONS, values(user, ""), List.of("name", "number"));
    }

    @Override
    public void list(long user, String collection, long newer) throws SQLException {
        var values = values(user, collection);
        values.put("newer", newer);
        fetch(LIST, values, List.of("bso_id", "version", "sortindex", "payload"));
    }

    @Override
    public boolean read(long user, String collection, String id) throws SQLException {
        var values = values(user, collection);
        values.put("id", id);
        try (var statement = ITEM.prepare(connection, values);
                var row = statement.executeQuery()) {
            return row.next() && row.getBytes("payload") != null;
        }
    }

    @Override
    public void put(long user, String collection, Item item) throws SQLException {
        write(user, collection, List.of(item), true);
    }

    @Override
    public long post(long user, String collection, List<Item> items) throws SQLException {
        return write(user, collection, items, false);
    }

    @Override
    public void erase(long user, String collection) throws SQLException {
        transact(ERASE, values(user, collection));
    }

    @Override
    public void eraseAll(long user) throws SQLException {
        transact(ERASE_ALL, values(user, ""));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long write(long user, String collection, List<Item> items, boolean byItem) throws SQLException {
        var values = values(user, collection);
        values.put("ids", items.stream().map(Item::id).toArray(String[]::new));
        values.put("payloads", items.stream().map(Item::payload).toArray(String[]::new));
        values.put("sortindexes", new Integer[items.size()]);
        var never = new Long[items.size()];
        Arrays.fill(never, -1L);
        values.put("ttls", never);
        values.put("by_item", byItem);
        values.put("ttl_keeps_version", false);
        values.put("quota", null);
        return transact(WRITE, values);
    }

    private Map<String, @Nullable Object> values(long user, String collection) {
        var now = clock.millis();
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection);
        values.put("unmodified_since", null);
        values.put("missing_fails", false);
        values.put("retires", false);
        values.put("now", now);
        values.put("clock", Math.ceilDiv(now, 10L));
        return values;
    }

    private void fetch(Sql sql, Map<String, @Nullable Object> values, List<String> columns) throws SQLException {
        try (var statement = sql.prepare(connection, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                for (var column : columns) {
                    var _ = rows.getBytes(column);
                }
            }
        }
    }

    /** The new version: of the results, which are one for each statement, the verdict's says whether it is done. */
    private long transact(Sql sql, Map<String, @Nullable Object> values) throws SQLException {
        try (var statement = sql.prepare(connection, values)) {
            return version(statement);
        } catch (SQLException e) {
            try (var rollback = connection.createStatement()) {
                rollback.execute("ROLLBACK");
            }
            throw e;
        }
    }

    private static long version(PreparedStatement statement) throws SQLException {
        var version = 0L;
        for (var isRows = statement.execute();
                isRows || statement.getUpdateCount() >= 0;
                isRows = statement.getMoreResults()) {
            if (!isRows) {
                continue;
            }
            try (var rows = statement.getResultSet()) {
                if (rows.getMetaData().getColumnName(1).equals("done") && rows.next()) {
                    if (!rows.getBoolean("done")) {
                        throw new SQLException("a write was refused");
                    }
                    version = rows.getLong("version");
                }
            }
        }
        return version;
    }
}
