package org.sagrada.loadtest.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, on loopback, so that what it uses up can be told from what the driver does. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;
    private static final double MEBIBYTE = 1 << 20;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private final Process process;
    private final HttpClient http;
    private final URI node;
    private final URI management;

    private ServiceProcess(Process process, HttpClient http, int port, int managementPort) {
        this.process = process;
        this.http = http;
        this.node = URI.create("http://127.0.0.1:" + port);
        this.management = URI.create("http://127.0.0.1:" + managementPort);
    }

    /**
     * Starts a service on free ports and waits until it takes work.
     *
     * @param jar the service's executable jar
     * @param jvmOptions such as {@code -Xmx512m}
     * @param environment its configuration, save ports and public URL
     * @param log gets what it prints
     * @throws IOException when it ends or is not ready within three minutes
     */
    public static ServiceProcess start(Path jar, List<String> jvmOptions, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        var port = freePort();
        var managementPort = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--sagrada.public-url=http://127.0.0.1:" + port));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var service = new ServiceProcess(builder.start(), HttpClient.newHttpClient(), port, managementPort);
        try {
            service.awaitReady(log);
            return service;
        } catch (IOException | InterruptedException e) {
            service.close();
            throw e;
        }
    }

    /** Its public URL. */
    public URI node() {
        return node;
    }

    /** The CPU time it has used, in s. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** The heap in use at this moment, garbage included, in MiB. */
    public double heapMebibytes() throws IOException, InterruptedException {
        var metrics = get(management.resolve("/actuator/prometheus"));
        var bytes = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return bytes / MEBIBYTE;
    }

    /** The most memory that it ever had from the system, in MiB; 0 where the system does not tell. */
    public double peakResidentMebibytes() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIBIBYTES_PER_MEBIBYTE)
                .findFirst()
                .orElse(0);
    }

    /** Asks it to end and waits for that. */
    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive()) {
                throw new IOException("the service ended at once; it said: " + Files.readString(log));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the service was not ready in time; it said: " + Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            get(node.resolve("/__heartbeat__"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String get(URI url) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(url + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
