package org.sagrada.loadtest.host;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.sagrada.standalone.data.DataDirectory;
import org.sagrada.standalone.database.EmbeddedDatabase;

/** A PostgreSQL for one run: as durable as an operator's, what is committed is on disk. */
public final class BenchDatabase implements AutoCloseable {

    private final DataDirectory directory;
    private final EmbeddedDatabase server;

    private BenchDatabase(DataDirectory directory, EmbeddedDatabase server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts an empty one.
     *
     * @param files where its files go
     * @param programs where PostgreSQL's programs are unpacked, once for all runs
     */
    public static BenchDatabase start(Path files, Path programs, String password) {
        var directory = DataDirectory.open(files);
        try {
            return new BenchDatabase(directory, EmbeddedDatabase.start(directory, programs, password));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** For JDBC. */
    public String url() {
        return server.url();
    }

    /** The only role. */
    public String username() {
        return server.username();
    }

    /** The role's password. */
    public String password() {
        return server.password();
    }

    /** How many bytes of write-ahead log there were so far. */
    public long walBytes() throws SQLException {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /** The CPU time that its processes have used, those that ended left out, in s. */
    public double cpuSeconds() {
        return ProcessHandle.current()
                        .descendants()
                        .map(ProcessHandle::info)
                        .filter(info -> info.command().orElse("").endsWith("/postgres"))
                        .mapToLong(info ->
                                info.totalCpuDuration().orElse(Duration.ZERO).toMillis())
                        .sum()
                / 1000.0;
    }

    /** The size on disk of the records' table, its index and its out-of-line values, in bytes for each record in it. */
    public double diskBytesPerRecord() throws SQLException {
        return number("SELECT pg_total_relation_size('storage.bso')")
                / (double) Math.max(1, number("SELECT count(*) FROM storage.bso"));
    }

    /** Runs a statement, however long it takes. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), username(), password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
        directory.close();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), username(), password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
