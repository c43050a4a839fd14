package org.sagrada.client.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server's collection in memory, at which a device may be killed, or another may come first. */
final class ModelServer implements RemoteCollection {

    private final Map<String, Stored> records = new HashMap<>();
    private long version;
    private Instant now = Instant.EPOCH;
    private int callsUntilKilled = -1;
    private @Nullable Runnable first;

    private record Stored(@Nullable Map<String, Object> content, long version, Instant at) {}

    /** The device was killed. */
    static final class Killed extends RuntimeException {}

    void at(Instant time) {
        now = time;
    }

    /** The device is killed at this step from now on; steps are before and after each call. */
    void killAt(int step) {
        callsUntilKilled = step;
    }

    void neverKill() {
        callsUntilKilled = -1;
    }

    /** Something happens between the device's download and its upload. */
    void beforeUpload(Runnable something) {
        first = something;
    }

    void loseEverything() {
        records.clear();
        version = 0;
    }

    Map<String, Map<String, Object>> live() {
        Map<String, Map<String, Object>> live = new HashMap<>();
        records.forEach((id, stored) -> {
            if (stored.content() != null) {
                live.put(id, stored.content());
            }
        });
        return live;
    }

    @Override
    public Download newerThan(long since) {
        step();
        List<Incoming> found = new ArrayList<>();
        records.forEach((id, stored) -> {
            if (stored.version() > since) {
                found.add(new Incoming(id, stored.content(), Duration.between(stored.at(), now)));
            }
        });
        Download download = new Download(version, found, List.of());
        step();
        return download;
    }

    @Override
    public UploadOutcome upload(List<Change> changes, long unmodifiedSince) {
        Runnable something = first;
        first = null;
        if (something != null) {
            something.run();
        }
        Set<String> stored = new HashSet<>();
        // Requests of two records each, so that an upload may stop half way.
        long expected = unmodifiedSince;
        for (int from = 0; from < changes.size(); from += 2) {
            step();
            if (version > expected) {
                return new UploadOutcome.Outdated(from > 0);
            }
            version++;
            expected = version;
            for (Change change : changes.subList(from, Math.min(from + 2, changes.size()))) {
                records.put(change.id(), new Stored(change.content(), version, now));
                stored.add(change.id());
            }
            step();
        }
        return new UploadOutcome.Uploaded(version, stored);
    }

    private void step() {
        if (callsUntilKilled == 0) {
            callsUntilKilled = -1;
            throw new Killed();
        }
        callsUntilKilled--;
    }
}
