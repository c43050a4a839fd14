package org.sagrada.client.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sagrada.client.store.PrivateFile;
import org.sagrada.client.store.StoreException;
import org.sagrada.client.sync.LocalStore;

/**
 * Any number of collections in one SQLite file, in clear, for its owner's eyes only: for collections too large for
 * {@link org.sagrada.client.store.JsonFileStore}. One program at a time opens it.
 */
public final class SqliteDatabase implements AutoCloseable {

    private static final String[] SETTINGS = {
        // One writer, whose commits are on the disk when they return; readers of the same program don't wait.
        "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 10000"
    };

    private static final String[] TABLES = {
        """
        CREATE TABLE IF NOT EXISTS record (
            collection TEXT NOT NULL, id TEXT NOT NULL, content TEXT, base TEXT, sent TEXT NOT NULL,
            changed_at INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (collection, id)) WITHOUT ROWID
        """,
        "CREATE INDEX IF NOT EXISTS record_changed ON record (collection) WHERE changed = 1",
        "CREATE TABLE IF NOT EXISTS synced (collection TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID"
    };

    private final Connection connection;

    private SqliteDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database, or makes one.
     *
     * @throws StoreException if the file is none, or can't be opened
     */
    public static SqliteDatabase open(Path file) {
        try {
            if (!Files.exists(file)) {
                // So that nobody else may read it, from its beginning on; an empty file is an empty database.
                PrivateFile.write(file, "");
            }
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                for (String sql : SETTINGS) {
                    statement.execute(sql);
                }
                for (String sql : TABLES) {
                    statement.execute(sql);
                }
            } catch (SQLException broken) {
                connection.close();
                throw broken;
            }
            return new SqliteDatabase(connection);
        } catch (IOException | SQLException broken) {
            throw new StoreException("can't open the database " + file, broken);
        }
    }

    /** A collection, whether there is one yet or not. Ask for each once: a sync holds its monitor. */
    public LocalStore store(String collection) {
        return new SqliteStore(connection, collection);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new StoreException("can't close the database", broken);
        }
    }
}
