package org.sagrada.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL of a test run: a container where a Docker engine answers, else the embedded server. It ends with the JVM.
 * Each caller of {@link #newDatabase()} has a database to itself.
 */
public final class PostgresServer {

    private final String host;
    private final int port;
    private final String username;
    private final String password;
    private final boolean inContainer;

    private PostgresServer(String host, int port, String username, String password, boolean inContainer) {
        this.host = host;
        this.port = port;
        this.username = username;
        this.password = password;
        this.inContainer = inContainer;
    }

    /** The server of this JVM, started at the first call. */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** True when the server runs in a container, false when it is the embedded one. */
    public boolean isInContainer() {
        return inContainer;
    }

    /** Makes an empty database with a name of its own. */
    public TestDatabase newDatabase() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url("postgres"), username, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' PostgreSQL does not make databases", e);
        }
        return new TestDatabase(url(name), username, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    private static PostgresServer start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static PostgresServer container() {
        var container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=300");
        container.start();
        return new PostgresServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword(),
                true);
    }

    private static PostgresServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            return new PostgresServer("localhost", server.getPort(), "postgres", "postgres", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final PostgresServer SERVER = start();
    }
}
