package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.sagrada.testkit.RawHttp;
import org.sagrada.testkit.TestDatabase;

/** The service in a process of its own, on a port that it keeps through its deaths. */
final class KillableService implements AutoCloseable {

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final TestDatabase database;
    private final int port;
    private Process process;

    KillableService(TestDatabase database) throws IOException {
        this.database = database;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.process = launched();
        awaitReady();
    }

    int port() {
        return port;
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** SIGTERM, and nothing more: it is to end by itself, in time and in order. */
    void drain() {
        askToEnd();
        awaitEnd();
    }

    /** SIGTERM. */
    void askToEnd() {
        process.destroy();
    }

    void awaitEnd() {
        var ended = process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(ended.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void start() throws IOException {
        process = launched();
        awaitReady();
    }

    @Override
    public void close() {
        kill();
    }

    private Process launched() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StorageServiceApplication.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--sagrada.public-url=" + Tokens.NODE,
                "--sagrada.master-secrets=the newest secret",
                "--sagrada.database.url=" + database.url(),
                "--sagrada.database.username=" + database.username(),
                "--sagrada.database.password=" + database.password());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitReady() {
        var http = new RawHttp(port);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            try {
                return http.request("GET", "/__heartbeat__").status() == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }
}
