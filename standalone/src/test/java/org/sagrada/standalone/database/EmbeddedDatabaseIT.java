package org.sagrada.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.standalone.StartRefusal;
import org.sagrada.standalone.data.DataDirectory;

class EmbeddedDatabaseIT {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path temporary;

    private DataDirectory directory;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(temporary.resolve("data"));
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void keepsWhatWasWrittenAcrossRestarts() throws SQLException {
        try (var database = start()) {
            run(database, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (var database = start()) {
            assertThat(ask(database, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void isDurableAndOpenOnlyWithThePassword() throws SQLException {
        try (var database = start()) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws SQLException {
        var left = start();
        run(left, "CREATE TABLE kept AS SELECT 42 AS answer");

        try (var database = start()) {
            assertThat(ask(database, "SELECT answer FROM kept")).isEqualTo("42");
            assertThatThrownBy(() -> ask(left, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void startsThoughTheMarkOfADeadServerNamesAnotherProcess() throws IOException, SQLException {
        start().close();
        Files.write(
                directory.resolve("postgresql/postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), "whatever"));

        try (var database = start()) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void leavesFilesOfAnotherMajorVersionAlone() throws IOException {
        start().close();
        var version = directory.resolve("postgresql/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("nothing was touched");
        assertThat(version).hasContent("17");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(directory, CACHE, PASSWORD);
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
