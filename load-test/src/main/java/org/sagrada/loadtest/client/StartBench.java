package org.sagrada.loadtest.client;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;
import org.sagrada.client.store.FileCredentialStore;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.model.onepw.Key32;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast a command of the command line is done, the start of its process included. */
@Command(
        name = "cli",
        mixinStandardHelpOptions = true,
        description =
                "Measures how long commands take from their start to their end, with and without the archive of classes.")
public final class StartBench implements Callable<Integer> {

    private static final List<List<String>> COMMANDS = List.of(List.of("--version"), List.of("accounts"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MILLIS = 1e6;

    @Option(names = "--runs", paramLabel = "N", description = "How often each is run (default: 30).")
    private int runs = 30;

    private final PrintStream progress = System.err;

    private StartBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var product = Path.of(System.getProperty("sagrada.home", "."), "client/cli/target/sagrada");
        if (!Files.isExecutable(product)) {
            throw new IOException(product + " is missing; './sagrada --version' builds it");
        }
        var home = Files.createTempDirectory("sagrada-start");
        try {
            keepAnAccount(home);
            awaitArchive(product, home);
            System.out.printf(
                    "%d runs each, %d processors%n%n",
                    runs, Runtime.getRuntime().availableProcessors());
            System.out.println("| | fastest ms | median ms | 90 % within ms |");
            System.out.println("| --- | ---: | ---: | ---: |");
            for (var command : COMMANDS) {
                measure(product, home, command, true);
                measure(product, home, command, false);
            }
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static void keepAnAccount(Path home) {
        var random = new SecureRandom();
        FileCredentialStore.inHome(Map.of(), home, random)
                .put(new SavedAccount(
                        Servers.at("http://127.0.0.1:9"),
                        new Credentials("me@example.org", "0".repeat(32), Key32.random(random), Key32.random(random))));
    }

    /** The first start makes the archive beside what it does. */
    private void awaitArchive(Path product, Path home) throws IOException, InterruptedException {
        run(product, home, List.of("--version"), true);
        progress.println("Waiting for the archive of classes");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasArchive(home)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the first start made no archive of classes in two minutes");
            }
            Thread.sleep(100);
        }
    }

    private static boolean hasArchive(Path home) throws IOException {
        var cache = home.resolve(".cache/sagrada");
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa"));
        }
    }

    private void measure(Path product, Path home, List<String> command, boolean archive)
            throws IOException, InterruptedException {
        var times = new double[runs];
        for (var i = 0; i < runs; i++) {
            times[i] = run(product, home, command, archive);
        }
        Arrays.sort(times);
        System.out.printf(
                "| sagrada %s%s | %.0f | %.0f | %.0f |%n",
                String.join(" ", command),
                archive ? "" : ", without the archive",
                times[0],
                times[runs / 2],
                times[Math.min(runs - 1, runs * 9 / 10)]);
    }

    private static double run(Path product, Path home, List<String> command, boolean archive)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(product.toString()));
        line.addAll(command);
        var builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        if (!archive) {
            builder.environment().put("XDG_CACHE_HOME", home.resolve("none").toString());
            builder.environment().put("SAGRADA_NO_CACHE", "1");
        }
        var start = System.nanoTime();
        var code = builder.start().waitFor();
        var millis = (System.nanoTime() - start) / MILLIS;
        if (code != 0) {
            throw new IOException(line + " ended with " + code);
        }
        return millis;
    }
}
