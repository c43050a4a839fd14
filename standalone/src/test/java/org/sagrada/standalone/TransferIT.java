package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.testkit.TestDatabase;

/** What one system exported while it ran, another reads; and nothing else gets in. */
class TransferIT {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

    @TempDir
    private static Path directory;

    private static Path archive;
    private static int port;
    private static Account account;

    private TestDatabase empty;

    @BeforeAll
    static void exportFromARunningStack() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        archive = directory.resolve("sagrada.zip");
        try (var _ = Stack.start(arguments("first"))) {
            account = SagradaClient.at("http://localhost:" + port).signUp("kept@example.org", "correct horse battery");
            account.storage().collection("notes").put(BsoWrite.of("first", "before\tthe \\ export\n\u00e9"));
            var said = transfer("first").exportTo(archive);
            assertThat(said).startsWith("Exported ").contains(archive.toString());
            account.storage().collection("notes").put(BsoWrite.of("late", "after the export"));
        }
    }

    @BeforeEach
    void makeDatabase() {
        empty = PostgresServer.shared().newDatabase();
    }

    @Test
    void aClientSyncsOnAfterTheImport() {
        assertThat(transfer("second").importFrom(archive)).startsWith("Imported ");

        try (var _ = Stack.start(arguments("second"))) {
            var notes = account.storage().collection("notes");
            assertThat(notes.get("first").orElseThrow().payload()).isEqualTo("before\tthe \\ export\n\u00e9");
            assertThat(notes.get("late")).isEmpty();
            notes.put(BsoWrite.of("late", "once more"));
            assertThat(notes.get("late").orElseThrow().payload()).isEqualTo("once more");
            // Numbers of users go on where they were.
            var newcomer = SagradaClient.at("http://localhost:" + port).signUp("new@example.org", "another password");
            assertThat(newcomer.storage().collectionCounts()).isEmpty();
        }
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("sagrada.zip.part")).doesNotExist();
    }

    @Test
    void neverWritesOverAFile() {
        assertThatThrownBy(() -> transfer("first").exportTo(archive))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("there already");
    }

    @Test
    void goesIntoAnExternalDatabaseOnce() throws SQLException {
        external().importFrom(archive);
        assertThat(ask("SELECT count(*) FROM storage.bso")).isEqualTo("1");
        assertThat(ask("SELECT last_value FROM pg_sequences WHERE schemaname = 'token' AND last_value IS NOT NULL"
                        + " AND sequencename LIKE 'user_record%'"))
                .isEqualTo("1");

        assertThatThrownBy(() -> external().importFrom(archive))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("Nothing was changed");
        assertThat(ask("SELECT count(*) FROM storage.bso")).isEqualTo("1");
    }

    @Test
    void leavesTheDatabaseAsItWasWhenTheArchiveIsDamaged() throws Exception {
        var damaged = directory.resolve("damaged.zip");
        Files.copy(archive, damaged);
        try (var zip = FileSystems.newFileSystem(damaged)) {
            Files.writeString(zip.getPath("storage/bso"), "half a row");
        }
        assertRefused(damaged, "does not fit");

        try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertRefused(damaged, "cannot be read");
    }

    @Test
    void refusesWhatANewerReleaseWrote() throws Exception {
        var newer = directory.resolve("newer.zip");
        Files.copy(archive, newer);
        try (var zip = FileSystems.newFileSystem(newer)) {
            var manifest = zip.getPath("manifest.json");
            Files.writeString(
                    manifest, Files.readString(manifest).replaceFirst("\"storage\":\"\\d+\"", "\"storage\":\"999\""));
        }
        assertRefused(newer, "newer release");
    }

    private void assertRefused(Path file, String because) throws SQLException {
        assertThatThrownBy(() -> external().importFrom(file))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(because);
        assertThat(ask("SELECT count(*) FROM pg_namespace WHERE nspname IN ('pidp', 'token', 'storage')"))
                .isEqualTo("0");
    }

    private Transfer external() {
        var arguments = new ArrayList<>(arguments("unused"));
        arguments.add("--sagrada.database.url=" + empty.url());
        arguments.add("--sagrada.database.username=" + empty.username());
        arguments.add("--sagrada.database.password=" + empty.password());
        return new Transfer(Settings.read(arguments));
    }

    private static Transfer transfer(String name) {
        return new Transfer(Settings.read(arguments(name)));
    }

    private static List<String> arguments(String name) {
        return List.of(
                "--sagrada.standalone.port=" + port,
                "--sagrada.standalone.management-port=0",
                "--sagrada.standalone.data-dir=" + directory.resolve(name),
                "--sagrada.standalone.cache-dir=" + CACHE);
    }

    private String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(empty.url(), empty.username(), empty.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
