package org.sagrada.standalone.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sagrada.standalone.StartRefusal;
import org.sagrada.standalone.data.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, on a free port of the loopback address, open to one role with a password. It is durable as any:
 * what was committed is on disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "sagrada";
    private static final String FOLDER = "postgresql";
    private static final int PORT_LINE = 3;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(2500);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String INVALID_CATALOG_NAME = "3D000";

    private final Process postmaster;
    private final int port;
    private final String password;

    private EmbeddedDatabase(Process postmaster, int port, String password) {
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on the files in the data directory; the first time it makes them.
     *
     * @param cache where the programs are unpacked
     * @throws StartRefusal saying what to do
     */
    public static EmbeddedDatabase start(DataDirectory data, Path cache, String password) {
        var log = data.resolve("postgresql.log").toFile();
        var cluster = new Cluster(data.resolve(FOLDER));
        try {
            var commands = Commands.forThisUser();
            var programs = PostgresPrograms.unpackedIn(cache);
            cluster.makeUnlessThere(programs, commands, password, log);
            Leftover.stop(cluster.directory());
            var port = freePort();
            var database = new EmbeddedDatabase(commands.start(command(programs, cluster, port), log), port, password);
            database.awaitReady(log);
            return database;
        } catch (IOException e) {
            throw new StartRefusal("The embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Where the server of a stack that runs is; empty when none answers there.
     *
     * @param data the stack's data directory, which stays its own
     */
    public static Optional<DatabaseAddress> running(Path data, String password) {
        try {
            var mark = Files.readAllLines(data.resolve(FOLDER).resolve("postmaster.pid"));
            var address = new DatabaseAddress(url(mark.get(PORT_LINE).strip()), Cluster.ROLE, password);
            DriverManager.getConnection(address.url(), address.properties()).close();
            return Optional.of(address);
        } catch (IOException | IndexOutOfBoundsException | SQLException e) {
            return Optional.empty();
        }
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return new DatabaseAddress(url(), username(), password);
    }

    /** For JDBC; without user and password. */
    public String url() {
        return url(Integer.toString(port));
    }

    /** The only role. */
    public String username() {
        return Cluster.ROLE;
    }

    /** The role's password. */
    public String password() {
        return password;
    }

    /** Stops the server fast: sessions end, what was committed is on disk. Takes at most about 3 s. */
    @Override
    public void close() {
        try {
            Commands.askToStop(postmaster.toHandle());
            if (!postmaster.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("PostgreSQL takes long to stop; the next start recovers from its log");
                postmaster.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be told to stop; the next start does it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String url(String port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    private static List<String> command(PostgresPrograms programs, Cluster cluster, int port) {
        return List.of(
                programs.program("postgres").toString(),
                "-D",
                cluster.directory().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100",
                "-c",
                "timezone=UTC",
                "-c",
                "max_wal_size=4GB",
                "-c",
                // A table that grows from nothing is planned for as if it were empty until its first statistics.
                "autovacuum_naptime=5s",
                "-c",
                "checkpoint_timeout=15min");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(File log) throws IOException {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!ready()) {
            if (!postmaster.isAlive()) {
                throw new IOException("it ended at once; see " + log);
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IOException("it was not ready within " + START_PATIENCE.toSeconds() + " s; see " + log);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IOException("interrupted", e);
            }
        }
    }

    private boolean ready() {
        try (var _ = DriverManager.getConnection(url(), username(), password)) {
            return true;
        } catch (SQLException e) {
            return INVALID_CATALOG_NAME.equals(e.getSQLState()) && made();
        }
    }

    private boolean made() {
        var maintenance = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(maintenance, username(), password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
