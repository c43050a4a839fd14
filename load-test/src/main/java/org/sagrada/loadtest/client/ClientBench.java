package org.sagrada.loadtest.client;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceJar;
import org.sagrada.loadtest.host.ServiceProcess;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the client against its own cryptography and its own transfer, in a process with a small heap. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        description = {
            "Measures encrypt and upload, download and decrypt, beside the cryptography and the transfer alone.",
            "It starts a PostgreSQL and the storage service for itself; the client is a process of its own with a small heap."
        })
public final class ClientBench implements Callable<Integer> {

    private static final int SECRET_BYTES = 32;

    @Option(names = "--records", paramLabel = "N", description = "How many (default: 100000).")
    private int records = 100_000;

    @Option(names = "--bytes", paramLabel = "N", description = "The cleartext of each (default: 400).")
    private int bytes = 400;

    @Option(names = "--protocol", paramLabel = "P", description = "2.0 or 1.5 (default: 2.0).")
    private String protocol = "2.0";

    @Option(names = "--heap", paramLabel = "SIZE", description = "The client's -Xmx (default: 48m).")
    private String heap = "48m";

    @Option(names = "--cache-dir", paramLabel = "DIR", description = "Where PostgreSQL's programs are unpacked.")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "sagrada");

    private final PrintStream progress = System.err;

    private ClientBench() {}

    @Override
    public Integer call() throws Exception {
        var jar = ServiceJar.of("storage-service");
        var secret = randomText();
        var files = Files.createTempDirectory("sagrada-bench");
        progress.println("Starting PostgreSQL and the storage service");
        try (var database = BenchDatabase.start(files.resolve("data"), cache, randomText());
                var service = ServiceProcess.start(
                        jar, List.of("-Xmx512m"), environment(database, secret), files.resolve("log"))) {
            return runClient(service, Files.writeString(files.resolve("secret"), secret));
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private int runClient(ServiceProcess service, Path secret) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-jar",
                System.getProperty("java.class.path"),
                "client-run",
                "--node=" + service.node(),
                "--secret-file=" + secret,
                "--records=" + records,
                "--bytes=" + bytes,
                "--protocol=" + protocol));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Map<String, String> environment(BenchDatabase database, String secret) {
        return Map.of(
                "SAGRADA_DATABASE_URL", database.url(),
                "SAGRADA_DATABASE_USERNAME", database.username(),
                "SAGRADA_DATABASE_PASSWORD", database.password(),
                "SAGRADA_MASTERSECRETS", secret);
    }

    private static String randomText() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
