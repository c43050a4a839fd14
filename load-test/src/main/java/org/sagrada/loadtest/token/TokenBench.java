package org.sagrada.loadtest.token;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sagrada.loadtest.host.BenchDatabase;
import org.sagrada.loadtest.host.ServiceJar;
import org.sagrada.loadtest.host.ServiceProcess;
import org.sagrada.loadtest.report.Comparison;
import org.sagrada.loadtest.report.Report;
import org.sagrada.loadtest.report.Setup;
import org.sagrada.loadtest.report.Table;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts load on the token service. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the token service: requests of known users beside the bare cost of the same verifications and the same SQL, in",
            "one run and in turns; then how evenly new users fill nodes of different sizes.",
            "It starts a PostgreSQL and the service for itself, and leaves nothing."
        })
public final class TokenBench implements Callable<Integer> {

    private static final int SECRET_BYTES = 32;

    @Option(names = "--users", paramLabel = "N", description = "Known users (default: 1000).")
    private int users = 1000;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Connections of each side, one worker each (default: 4).")
    private int connections = 4;

    @Option(names = "--seconds", paramLabel = "S", description = "How long each side runs in each case (default: 10).")
    private double seconds = 10;

    @Option(names = "--warm-up", paramLabel = "S", description = "How long it runs before, uncounted (default: 8).")
    private double warmUp = 8;

    @Option(
            names = "--newcomers",
            paramLabel = "N",
            description = "New users for the second part; 0 leaves it out (default: 100000).")
    private int newcomers = 100_000;

    @Option(names = "--nodes", paramLabel = "N", description = "Nodes for the second part (default: 20).")
    private int nodes = 20;

    @Option(names = "--heap", paramLabel = "SIZE", description = "The service's -Xmx (default: 512m).")
    private String heap = "512m";

    @Option(names = "--markdown", description = "Print Markdown, to be pasted into a page.")
    private boolean markdown;

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "One more option of the service's JVM, such as -XX:StartFlightRecording:filename=a.jfr.")
    private List<String> jvm = List.of();

    @Option(names = "--cache-dir", paramLabel = "DIR", description = "Where PostgreSQL's programs are unpacked.")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "sagrada");

    private final Clock clock = Clock.systemUTC();
    private final PrintStream progress = System.err;

    private TokenBench() {}

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var jar = ServiceJar.of("token-service");
        var files = Files.createTempDirectory("sagrada-bench");
        progress.println("Starting PostgreSQL and the token service");
        try (var issuer = BenchIssuer.start(new SecureRandom());
                var database = BenchDatabase.start(files.resolve("data"), cache, randomText());
                var service =
                        ServiceProcess.start(jar, jvmOptions(), environment(database, issuer), files.resolve("log"))) {
            var report = rates(issuer, database, service);
            System.out.println(markdown ? Table.markdown(report) : Table.text(report));
            return filled(issuer, database, service) && report.clean()
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private Report rates(BenchIssuer issuer, BenchDatabase database, ServiceProcess service)
            throws IOException, SQLException, InterruptedException {
        List<Comparison> comparisons = new ArrayList<>();
        for (var one : List.of(browserId(issuer, service), oauth(issuer, service))) {
            one.introduce(service.node());
            comparisons.addAll(
                    one.measure(service, database, connections, duration(warmUp), duration(seconds), progress));
        }
        var setup = new Setup(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                service.node().toString(),
                "token",
                users,
                connections,
                seconds,
                Runtime.getRuntime().availableProcessors());
        return new Report(setup, comparisons, null);
    }

    private boolean filled(BenchIssuer issuer, BenchDatabase database, ServiceProcess service)
            throws IOException, SQLException, InterruptedException {
        if (newcomers == 0) {
            return true;
        }
        progress.println("Letting " + newcomers + " new users in");
        var outcome = new Filling(database, nodes, newcomers, connections * 4)
                .run(service.node(), issuer.newcomers(service.node().toString()));
        System.out.println(outcome.text());
        return outcome.isGood();
    }

    private RateCase browserId(BenchIssuer issuer, ServiceProcess service) {
        List<String> heads = new ArrayList<>();
        List<List<Signed>> bare = new ArrayList<>();
        var keys = issuer.keys();
        for (var user = 0; user < users; user++) {
            var bundle = issuer.bundle(user, service.node().toString());
            heads.add(TokenRequests.head(
                    service.node(),
                    "Authorization: BrowserID " + bundle,
                    "X-Client-State: " + BenchIssuer.clientState()));
            var middle = bundle.indexOf('~');
            bare.add(List.of(
                    Signed.of(bundle.substring(0, middle), keys.getFirst()),
                    Signed.of(bundle.substring(middle + 1), keys.getLast())));
        }
        return new RateCase("a", "BrowserID, two RSA-2048 signatures", heads, bare);
    }

    private RateCase oauth(BenchIssuer issuer, ServiceProcess service) {
        List<String> heads = new ArrayList<>();
        List<List<Signed>> bare = new ArrayList<>();
        for (var user = 0; user < users; user++) {
            var token = issuer.accessToken(user);
            heads.add(TokenRequests.head(
                    service.node(), "Authorization: Bearer " + token, "X-KeyID: " + BenchIssuer.keyId()));
            bare.add(List.of(Signed.of(token, issuer.keys().getFirst())));
        }
        return new RateCase("b", "OAuth, one RSA-2048 signature", heads, bare);
    }

    private List<String> jvmOptions() {
        return Stream.concat(Stream.of("-Xmx" + heap), jvm.stream()).toList();
    }

    private static Map<String, String> environment(BenchDatabase database, BenchIssuer issuer) {
        return Map.of(
                "SAGRADA_DATABASE_URL", database.url(),
                "SAGRADA_DATABASE_USERNAME", database.username(),
                "SAGRADA_DATABASE_PASSWORD", database.password(),
                "SAGRADA_MASTERSECRETS", randomText(),
                "SAGRADA_TOKEN_ISSUERS_0_NAME", BenchIssuer.NAME,
                "SAGRADA_TOKEN_ISSUERS_0_BASEURL", issuer.url().toString(),
                "SAGRADA_TOKEN_NEWUSERS_PERISSUER", "1000000000",
                "SAGRADA_TOKEN_NEWUSERS_PERADDRESS", "1000000000");
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static String randomText() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
