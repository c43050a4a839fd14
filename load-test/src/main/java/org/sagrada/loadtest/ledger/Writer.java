package org.sagrada.loadtest.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.sagrada.loadtest.storage.Item;
import org.sagrada.loadtest.storage.Storage;

/** One user who writes and reads records in turns, each under a new id, and remembers which writes were acknowledged. */
final class Writer {

    private static final String COLLECTION = "ledger";
    private static final String PAYLOAD = "x".repeat(256);
    private static final int PAUSE_MILLIS = 20;

    private final Storage storage;
    private final long user;
    private final List<String> acknowledged = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private long longestPauseNanos;

    Writer(Storage storage, long user) {
        this.storage = storage;
        this.user = user;
    }

    /** Writes until it is told that it is over. A failed request is counted, and the next one has a new id. */
    void writeUntil(BooleanSupplier over) {
        var last = System.nanoTime();
        for (var attempt = 0; !over.getAsBoolean(); attempt++) {
            var id = "w" + attempt;
            try {
                storage.put(user, COLLECTION, new Item(id, PAYLOAD));
                acknowledged.add(id);
                var now = System.nanoTime();
                longestPauseNanos = Math.max(longestPauseNanos, now - last);
                last = now;
                storage.versions(user);
            } catch (IOException | SQLException e) {
                failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            }
            pause();
        }
    }

    /** The acknowledged writes that are not there. */
    List<String> lost() throws IOException, SQLException {
        var lost = new ArrayList<String>();
        for (var id : acknowledged) {
            if (!storage.read(user, COLLECTION, id)) {
                lost.add("user " + user + ", record " + id);
            }
        }
        return lost;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How often a request failed, by what was said. */
    Map<String, Integer> failures() {
        return failures;
    }

    double longestPauseSeconds() {
        return longestPauseNanos / 1e9;
    }

    /** A client does not hammer; and a service that is away answers fast. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
