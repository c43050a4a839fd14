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

/**
 * A server's collection in memory, at which a device may be killed, another may come first, and a request may be so late that its
 * device has given it up.
 */
final class ModelServer implements RemoteCollection {

    private final Map<String, Stored> records = new HashMap<>();
    private long version;
    private Instant now = Instant.EPOCH;
    private final Fuse fuse;
    private final List<Runnable> late = new ArrayList<>();
    private boolean delaying;
    private @Nullable Runnable first;

    private record Stored(@Nullable Map<String, Object> content, long version, Instant at) {}

    ModelServer(Fuse fuse) {
        this.fuse = fuse;
    }

    void at(Instant time) {
        now = time;
    }

    /** The next request that writes is on its way for long, and its device hears nothing of it. */
    void delayNext() {
        delaying = true;
    }

    /** What was on its way arrives. */
    void deliver() {
        delaying = false;
        List<Runnable> arriving = List.copyOf(late);
        late.clear();
        arriving.forEach(Runnable::run);
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
        fuse.step();
        List<Incoming> found = new ArrayList<>();
        records.forEach((id, stored) -> {
            if (stored.version() > since) {
                found.add(new Incoming(id, stored.content(), Duration.between(stored.at(), now)));
            }
        });
        Download download = new Download(version, found, List.of());
        fuse.step();
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
            List<Change> request = changes.subList(from, Math.min(from + 2, changes.size()));
            fuse.step();
            if (delaying) {
                delaying = false;
                long guard = expected;
                late.add(() -> write(request, guard));
                throw new Fuse.Killed();
            }
            if (!write(request, expected)) {
                return new UploadOutcome.Outdated(from > 0);
            }
            expected = version;
            request.forEach(change -> stored.add(change.id()));
            fuse.step();
        }
        return new UploadOutcome.Uploaded(version, stored);
    }

    private boolean write(List<Change> changes, long unmodifiedSince) {
        if (version > unmodifiedSince) {
            return false;
        }
        version++;
        changes.forEach(change -> records.put(change.id(), new Stored(change.content(), version, now)));
        return true;
    }
}
