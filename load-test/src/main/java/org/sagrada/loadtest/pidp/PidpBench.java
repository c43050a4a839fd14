package org.sagrada.loadtest.pidp;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceJar;
import org.sagrada.loadtest.host.ServiceProcess;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the PIdP. */
@Command(
        name = "pidp",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the PIdP beside bare scrypt and bare RSA signing, in one run and in turns, and has many log in at once.",
            "It starts a PostgreSQL and the service for itself, and leaves nothing."
        })
public final class PidpBench implements Callable<Integer> {

    private static final int PASSWORD_BYTES = 32;

    @Option(names = "--accounts", paramLabel = "N", description = "Accounts to make (default: 20).")
    private int accounts = 20;

    @Option(names = "--connections", paramLabel = "N", description = "Connections, one worker each (default: 4).")
    private int connections = 4;

    @Option(names = "--seconds", paramLabel = "S", description = "How long each side runs in each case (default: 15).")
    private double seconds = 15;

    @Option(names = "--warm-up", paramLabel = "S", description = "How long it runs before, uncounted (default: 8).")
    private double warmUp = 8;

    @Option(names = "--crowd", paramLabel = "N", description = "How many log in at once (default: 200).")
    private int crowd = 200;

    @Option(names = "--heap", paramLabel = "SIZE", description = "The service's -Xmx (default: 512m).")
    private String heap = "512m";

    @Option(names = "--cache-dir", paramLabel = "DIR", description = "Where PostgreSQL's programs are unpacked.")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "sagrada");

    private final PrintStream progress = System.err;

    private PidpBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var files = Files.createTempDirectory("sagrada-bench");
        var log = files.resolve("log");
        progress.println("Starting PostgreSQL and the PIdP");
        try (var database = BenchDatabase.start(files.resolve("data"), cache, randomText());
                var service = ServiceProcess.start(
                        ServiceJar.of("pidp-service"), List.of("-Xmx" + heap), environment(database), log)) {
            var report =
                    new PidpComparison(service, new Pidp(service.node(), Clock.systemUTC()), plan(), progress).run();
            System.out.println(report.markdown());
            if (Files.readString(log).contains("OutOfMemoryError")) {
                progress.println("The service ran out of memory.");
                return CommandLine.ExitCode.SOFTWARE;
            }
            return report.clean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private PidpPlan plan() {
        return new PidpPlan(
                accounts,
                connections,
                duration(seconds),
                duration(warmUp),
                crowd,
                heap,
                Runtime.getRuntime().availableProcessors());
    }

    private static Map<String, String> environment(BenchDatabase database) {
        return Map.of(
                "SAGRADA_DATABASE_URL", database.url(),
                "SAGRADA_DATABASE_USERNAME", database.username(),
                "SAGRADA_DATABASE_PASSWORD", database.password(),
                "SAGRADA_PIDP_EVENTRECEIVERS", "",
                "SAGRADA_PIDP_LIMITS_CALLS", Integer.toString(Integer.MAX_VALUE));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static String randomText() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
