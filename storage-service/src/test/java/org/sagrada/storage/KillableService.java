package org.sagrada.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.sagrada.testkit.RawHttp;

/** The service in a process of its own, on a port that it keeps through its deaths. */
final class KillableService implements AutoCloseable {

    private final String databaseUrl;
    private final int port;
    private Process process;

    KillableService(String databaseUrl) throws IOException {
        this.databaseUrl = databaseUrl;
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
                "--sagrada.database.url=" + databaseUrl,
                "--sagrada.database.username=postgres",
                "--sagrada.database.password=postgres");
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
