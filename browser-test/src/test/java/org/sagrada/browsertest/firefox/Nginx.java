package org.sagrada.browsertest.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The system's nginx with the site that operators are given, changed only where they change it too. */
final class Nginx implements AutoCloseable {

    private static final Path SITE = Path.of("../deploy/proxy/nginx/three-services.conf");

    /** What a site of Debian's is included from. */
    private static final String MAIN = """
            user USER;
            daemon off;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 256; }
            http {
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include site.conf;
            }
            """;

    private final Process process;
    private final Path directory;

    private Nginx(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** Where it is installed, if it is. */
    static Optional<Path> installed() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one.
     *
     * @param changes what an operator writes in place of what is in the sample
     */
    static Nginx start(int port, Path directory, Map<String, String> changes) {
        try {
            var site = Files.readString(SITE);
            for (var change : changes.entrySet()) {
                if (!site.contains(change.getKey())) {
                    throw new IllegalArgumentException("The sample has no " + change.getKey());
                }
                site = site.replace(change.getKey(), change.getValue());
            }
            Files.writeString(directory.resolve("site.conf"), site);
            Files.writeString(directory.resolve("nginx.conf"), MAIN.replace("USER", System.getProperty("user.name")));
            var process = new ProcessBuilder(
                            List.of(installed().orElseThrow().toString(), "-p", directory + "/", "-c", "nginx.conf"))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("nginx.out").toFile())
                    .start();
            var nginx = new Nginx(process, directory);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive() || answers(port));
            if (!process.isAlive()) {
                throw new AssertionError("nginx did not start:\n" + Files.readString(directory.resolve("nginx.out")));
            }
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its log of requests. */
    String log() {
        try {
            return Files.readString(directory.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }
}
