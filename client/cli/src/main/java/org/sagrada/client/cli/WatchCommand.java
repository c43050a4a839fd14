package org.sagrada.client.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.BackingOffException;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Tells of each change of the collections, until it is interrupted.",
            "It asks the server now and then, and keeps away for as long as the server wants."
        })
final class WatchCommand implements Callable<Integer> {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final double SHORTEST_SECONDS = 0.05;

    private final Surroundings surroundings;
    private final InstantSource clock = Clock.systemUTC();

    @Mixin
    private DataOption account = new DataOption();

    @Parameters(arity = "0..*", paramLabel = "COLLECTION", description = "Only these (default: all).")
    private List<String> wanted = List.of();

    @Option(names = "--every", paramLabel = "SECONDS", description = "How often to ask (default: 60).")
    private double seconds = 60;

    @Option(names = "--count", paramLabel = "N", description = "End after so many changes.")
    private @Nullable Integer count;

    @Option(names = "--json", description = "Print one line of JSON for each change, for programs.")
    private boolean json;

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(seconds >= SHORTEST_SECONDS)) {
            throw new RefusedException("--every takes a number of seconds, " + SHORTEST_SECONDS + " or more");
        }
        SavedAccount saved = account.saved(surroundings);
        SagradaClient client = surroundings.client(saved.servers());
        StorageClient storage = account.storage(surroundings);
        Duration every = Duration.ofMillis((long) (seconds * 1000));
        Map<String, Long> known = storage.collections().versions();
        Duration pause = every;
        int told = 0;
        while (count == null || told < count) {
            pause(client, storage, pause);
            try {
                Map<String, Long> now = storage.collections().versions();
                told += tell(known, now);
                known = now;
                pause = every;
            } catch (BackingOffException asked) {
                surroundings.err().println("sagrada: " + asked.getMessage());
                pause = every;
            } catch (ConnectionException unreachable) {
                surroundings.err().println("sagrada: " + unreachable.getMessage() + "; trying again");
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        return 0;
    }

    /** Waits, and longer if the node asked for it meanwhile. */
    private void pause(SagradaClient client, StorageClient storage, Duration pause) throws InterruptedException {
        Instant next = clock.instant().plus(pause);
        Instant welcome = client.backOff().until(storage.endpoint()).orElse(next);
        Duration wait = Duration.between(clock.instant(), welcome.isAfter(next) ? welcome : next);
        if (!wait.isNegative()) {
            Thread.sleep(wait.toMillis() + 1);
        }
    }

    private int tell(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> changes = new TreeMap<>();
        now.forEach((name, version) -> {
            if (!version.equals(before.get(name))) {
                changes.put(name, version);
            }
        });
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changes.put(name, 0L));
        if (!wanted.isEmpty()) {
            changes.keySet().retainAll(wanted);
        }
        changes.forEach(this::tell);
        return changes.size();
    }

    private void tell(String collection, long version) {
        String time = clock.instant().toString();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("time", time);
            line.put("collection", collection);
            line.put("version", version == 0 ? null : version);
            surroundings.out().println(Json.format(line));
        } else {
            surroundings
                    .out()
                    .println(time + "  " + collection + (version == 0 ? "  is gone" : "  version " + version));
        }
        surroundings.out().flush();
    }
}
