package org.sagrada.loadtest.storage;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceJar;
import org.sagrada.loadtest.host.ServiceProcess;
import org.sagrada.loadtest.report.Page;
import org.sagrada.loadtest.report.Report;
import org.sagrada.loadtest.report.Table;
import org.sagrada.model.token.TokenSecrets;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts load on the storage service and measures it beside its own SQL. */
@Command(
        name = "storage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the storage service beside its own SQL without it, in one run and in turns.",
            "It starts a PostgreSQL and the service for itself, and leaves nothing but the report.",
            "With --target it measures a service that runs elsewhere; the data of its users 1 to N is LOST."
        })
public final class StorageBench implements Callable<Integer> {

    private static final int QUICK_USERS = 4;
    private static final int SECRET_BYTES = 32;
    private static final List<String> SCALED = List.of("a", "c1", "c2", "d2", "e");

    @Option(names = "--users", paramLabel = "N", defaultValue = "20", description = "Users to load (default: 20).")
    private int users;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "Connections of each side, one worker each (default: 4).")
    private int connections;

    @Option(names = "--seconds", paramLabel = "S", description = "How long each side runs in each case (default: 10).")
    private double seconds = 10;

    @Option(names = "--warm-up", paramLabel = "S", description = "How long it runs before, uncounted (default: 3).")
    private double warmUp = 3;

    @Option(
            names = "--quick",
            description = "4 users, 1 s a side, 1 s of warm-up: less than a minute, and figures for orientation only.")
    private boolean quick;

    @Option(names = "--heap", paramLabel = "SIZE", description = "The service's -Xmx (default: 512m).")
    private String heap = "512m";

    @Option(names = "--markdown", description = "Print Markdown, to be pasted into a page.")
    private boolean markdown;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where bench.json and bench.html go (default: bench-report).")
    private Path output = Path.of("bench-report");

    @Option(names = "--target", paramLabel = "URL", description = "A node elsewhere, as its tokens name it.")
    private @Nullable URI target;

    @Option(
            names = "--protocol",
            paramLabel = "P",
            defaultValue = "2.0",
            description = "The protocol to ask in: 2.0 or 1.5 (default: 2.0).")
    private String protocol = "2.0";

    @Option(
            names = "--master-secret-file",
            paramLabel = "FILE",
            description = "The target's master secret, alone in a file.")
    private @Nullable Path masterSecretFile;

    @Option(
            names = "--cases",
            paramLabel = "CASE",
            split = ",",
            description = "Only these of a, b, c1, c2, d1, d2, e, f, with commas between.")
    private List<String> only = List.of();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = {
                "Compare few records with N, such as 5000000, and those without the index on the version.",
                "They are filled in by SQL. Takes minutes, and 1.5 KB of disk for each record; without --cases: a,c1,c2,d2,e."
            })
    private long records;

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "One more option of the service's JVM, such as -XX:StartFlightRecording:filename=a.jfr.")
    private List<String> jvm = List.of();

    @Option(names = "--cache-dir", paramLabel = "DIR", description = "Where PostgreSQL's programs are unpacked.")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "sagrada");

    private final Clock clock = Clock.systemUTC();
    private final PrintStream progress = System.err;

    private StorageBench() {}

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (quick) {
            users = QUICK_USERS;
            seconds = 1;
            warmUp = 1;
        }
        var report = target == null ? measureOwn() : measureOther(target);
        Files.createDirectories(output);
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(output.resolve("bench.json"), json.writeValueAsBytes(report));
        Files.writeString(output.resolve("bench.html"), Page.html(report));
        System.out.println(markdown ? Table.markdown(report) : Table.text(report));
        progress.println("Written: " + output.resolve("bench.json") + ", " + output.resolve("bench.html"));
        return report.clean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Report measureOther(URI node) throws IOException, SQLException, InterruptedException {
        if (masterSecretFile == null) {
            throw new IOException("--target needs --master-secret-file");
        }
        var secrets = secrets(Files.readString(masterSecretFile).strip());
        var sides = new Sides(node, Door.service(node, protocol(), secrets, clock), null, null, null);
        return new StorageComparison(sides, plan(), progress).run();
    }

    private Report measureOwn() throws IOException, SQLException, InterruptedException {
        var jar = ServiceJar.of("storage-service");
        var secret = randomText();
        var files = Files.createTempDirectory("sagrada-bench");
        progress.println("Starting PostgreSQL and the storage service");
        try (var database = BenchDatabase.start(files.resolve("data"), cache, randomText());
                var service =
                        ServiceProcess.start(jar, jvmOptions(), environment(database, secret), files.resolve("log"))) {
            var sides = new Sides(
                    service.node(),
                    Door.service(service.node(), protocol(), secrets(secret), clock),
                    Door.database(database.url(), database.username(), database.password(), clock),
                    service,
                    database);
            return records == 0
                    ? new StorageComparison(sides, plan(), progress).run()
                    : new ScaleComparison(sides, database, plan(), progress).run(records);
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private List<String> jvmOptions() {
        return Stream.concat(Stream.of("-Xmx" + heap), jvm.stream()).toList();
    }

    private static Map<String, String> environment(BenchDatabase database, String secret) {
        return Map.of(
                "SAGRADA_DATABASE_URL", database.url(),
                "SAGRADA_DATABASE_USERNAME", database.username(),
                "SAGRADA_DATABASE_PASSWORD", database.password(),
                "SAGRADA_MASTERSECRETS", secret);
    }

    private Plan plan() throws IOException {
        return new Plan(users, connections, duration(seconds), duration(warmUp), protocol(), cases(), clock);
    }

    private List<Case> cases() throws IOException {
        var letters = only.isEmpty() && records > 0 ? SCALED : only;
        var chosen = Arrays.stream(Case.values())
                .filter(one -> letters.isEmpty() || letters.contains(one.letter()))
                .toList();
        if (chosen.size() < only.size()) {
            throw new IOException("--cases are of a, b, c1, c2, d1, d2, e, f");
        }
        return chosen;
    }

    private Protocol protocol() throws IOException {
        for (var one : Protocol.values()) {
            if (one.path().equals(protocol)) {
                return one;
            }
        }
        throw new IOException("--protocol is 2.0 or 1.5");
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static TokenSecrets secrets(String secret) {
        return TokenSecrets.newestFirst(List.of(secret));
    }

    private static String randomText() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
