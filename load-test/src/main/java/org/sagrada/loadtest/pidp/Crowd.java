package org.sagrada.loadtest.pidp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.sagrada.loadtest.storage.HttpAnswer;

/**
 * Many who sign in at the same moment, each over a connection of its own.
 *
 * @param size how many there were
 * @param signedIn who were let in
 * @param toldToRetry who were told when to come again: 503 or 429 with {@code retryAfter}
 * @param lost who got anything else, or no answer at all
 * @param seconds until the last one had an answer
 */
record Crowd(int size, long signedIn, long toldToRetry, long lost, double seconds) {

    static Crowd gather(int size, Pidp pidp, List<Account> accounts) throws InterruptedException {
        var tasks = new ArrayList<Callable<Fate>>();
        for (var i = 0; i < size; i++) {
            var account = accounts.get(i % accounts.size());
            tasks.add(() -> login(pidp, account));
        }
        var fates = new ArrayList<Fate>();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                fates.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sign-in broke", e);
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        return new Crowd(
                size, count(fates, Fate.SIGNED_IN), count(fates, Fate.TOLD_TO_RETRY), count(fates, Fate.LOST), seconds);
    }

    private static Fate login(Pidp pidp, Account account) {
        try (var connection = pidp.connect()) {
            return fate(pidp.login(connection, account));
        } catch (IOException e) {
            return Fate.LOST;
        }
    }

    private static Fate fate(HttpAnswer answer) {
        return switch (answer.status()) {
            case 200 -> Fate.SIGNED_IN;
            case 429, 503 -> answer.body().contains("\"retryAfter\":") ? Fate.TOLD_TO_RETRY : Fate.LOST;
            default -> Fate.LOST;
        };
    }

    private static long count(List<Fate> fates, Fate fate) {
        return fates.stream().filter(fate::equals).count();
    }

    private enum Fate {
        SIGNED_IN,
        TOLD_TO_RETRY,
        LOST
    }
}
