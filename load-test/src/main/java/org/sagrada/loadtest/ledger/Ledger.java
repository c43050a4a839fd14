package org.sagrada.loadtest.ledger;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.sagrada.loadtest.storage.Door;
import org.sagrada.loadtest.storage.Protocol;
import org.sagrada.model.token.TokenSecrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that proves that nothing was lost, or that nothing even failed. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes and reads until a file appears, then looks for every write that was acknowledged.",
            "Meanwhile others may kill, restart or replace what they like. Ends with 1 when one is lost.",
            "The data of the target's users 1 to N is LOST."
        })
public final class Ledger implements Callable<Integer> {

    @Option(names = "--target", required = true, paramLabel = "URL", description = "The node, as its tokens name it.")
    private URI target = URI.create("http://localhost:8003");

    @Option(
            names = "--master-secret-file",
            required = true,
            paramLabel = "FILE",
            description = "The node's master secret, alone in a file.")
    private Path masterSecretFile = Path.of("");

    @Option(names = "--until", required = true, paramLabel = "FILE", description = "Write until this file is there.")
    private Path until = Path.of("");

    @Option(names = "--writers", paramLabel = "N", description = "Users who write, one connection each (default: 8).")
    private int users = 8;

    @Option(names = "--strict", description = "A request that fails is an error too.")
    private boolean strict;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var secrets = TokenSecrets.newestFirst(
                List.of(Files.readString(masterSecretFile).strip()));
        var door = Door.service(target, Protocol.SYNC20, secrets, Clock.systemUTC());
        var writers = new ArrayList<Writer>();
        for (var user = 1; user <= users; user++) {
            var storage = door.open();
            storage.eraseAll(user);
            writers.add(new Writer(storage, user));
        }
        System.out.println("ledger: " + users + " users write to " + target);
        write(writers, () -> Files.exists(until));
        var lost = new ArrayList<String>();
        for (var writer : writers) {
            lost.addAll(writer.lost());
        }
        return report(writers, lost);
    }

    private static void write(List<Writer> writers, BooleanSupplier over) throws InterruptedException {
        var tasks = new ArrayList<Callable<Object>>();
        for (var writer : writers) {
            tasks.add(Executors.callable(() -> writer.writeUntil(over)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(tasks);
        }
    }

    private int report(List<Writer> writers, List<String> lost) {
        var acknowledged = writers.stream().mapToInt(Writer::acknowledged).sum();
        var pause =
                writers.stream().mapToDouble(Writer::longestPauseSeconds).max().orElse(0);
        Map<String, Integer> failures = new TreeMap<>();
        writers.forEach(
                writer -> writer.failures().forEach((what, count) -> failures.merge(what, count, Integer::sum)));
        System.out.printf(
                "%d writes acknowledged, %d of them lost; longest pause of a writer %.1f s%n",
                acknowledged, lost.size(), pause);
        failures.forEach((what, count) -> System.out.printf("%d requests failed: %s%n", count, what));
        lost.stream().limit(10).forEach(what -> System.out.println("lost: " + what));
        var good = acknowledged > 0 && lost.isEmpty() && !(strict && !failures.isEmpty());
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
