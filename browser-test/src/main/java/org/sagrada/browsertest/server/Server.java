package org.sagrada.browsertest.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.sagrada.standalone.Standalone;

/** A standalone of free ports, with a database of its own that is thrown away with it. */
public final class Server implements AutoCloseable {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();
    private static final Pattern LISTENS = Pattern.compile("Listens at +http://localhost:(\\d+) ");
    private static final Pattern MANAGEMENT = Pattern.compile("Management +http://localhost:(\\d+)/");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path directory;
    private final Path output;

    private Server(Process process, Path directory, Path output) {
        this.process = process;
        this.directory = directory;
        this.output = output;
    }

    /** Starts one and waits until it is ready. The arguments are standalone's. */
    public static Server start(String... arguments) {
        try {
            var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/servers")), "server")
                    .toAbsolutePath();
            var output = directory.resolve("server.out");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Standalone.class.getName(),
                    "--port=0",
                    "--management-port=0",
                    "--data-dir=" + directory.resolve("data"),
                    "--sagrada.standalone.cache-dir=" + CACHE));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var server = new Server(process, directory, output);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port for clients. */
    public int port() {
        return number(LISTENS);
    }

    /** The port for metrics and administration. */
    public int managementPort() {
        return number(MANAGEMENT);
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory that is thrown away with it. */
    public Path directory() {
        return directory;
    }

    private void awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || output().contains("Ctrl-C"));
        if (!process.isAlive()) {
            throw new AssertionError("It did not start:\n" + output());
        }
    }

    private int number(Pattern pattern) {
        var matcher = pattern.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("It does not say where it listens:\n" + output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 20, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }
}
