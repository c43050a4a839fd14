package org.sagrada.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.sagrada.testkit.TestDatabase;

/** A PostgreSQL on a port and a data directory that it keeps through its deaths. */
final class KillableDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    KillableDatabase(Path data) throws IOException {
        this.data = data;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.server = started();
    }

    TestDatabase asTestDatabase() {
        return new TestDatabase("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    /** SIGKILL for the server's first process; the others see that it is gone and end. */
    void kill() throws Exception {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    /** Starts it again; as long as a child of the dead one lives, PostgreSQL refuses that. */
    void start() throws IOException {
        // Nothing is left to stop, but this gives the lock on the directory back.
        server.close();
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            server = started();
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
