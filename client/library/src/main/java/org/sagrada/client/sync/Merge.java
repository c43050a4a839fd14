package org.sagrada.client.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.sync.ConflictPolicy.Conflict;
import org.sagrada.client.sync.RemoteCollection.Incoming;

/** Takes over what a download brought: what the device's records become. */
final class Merge {

    private final LocalStore local;
    private final ConflictPolicy policy;
    private final Instant now;
    private final Map<String, LocalRecord> merged = new LinkedHashMap<>();
    private int taken;
    private int conflicts;

    Merge(LocalStore local, ConflictPolicy policy, Instant now) {
        this.local = local;
        this.policy = policy;
        this.now = now;
    }

    List<LocalRecord> records() {
        return List.copyOf(merged.values());
    }

    int taken() {
        return taken;
    }

    int conflicts() {
        return conflicts;
    }

    void add(Incoming remote) {
        LocalRecord known = local.get(remote.id()).orElseGet(() -> LocalRecord.unknown(remote.id()));
        LocalRecord result = merge(known, remote);
        taken += Objects.equals(result.content(), known.content()) ? 0 : 1;
        merged.put(remote.id(), result);
    }

    private LocalRecord merge(LocalRecord known, Incoming remote) {
        Map<String, Object> theirs = remote.content();
        if (!known.isChanged() || Objects.equals(known.content(), theirs)) {
            return known.taken(theirs);
        }
        if (known.mayHaveSent(theirs)) {
            return known.agreed(theirs);
        }
        if (known.isAsSent()) {
            // Perhaps the upload arrived, and somebody went on from it: then ours is part of theirs, and must not come
            // back.
            return known.taken(theirs);
        }
        if (Objects.equals(known.base(), theirs)) {
            return known;
        }
        conflicts++;
        return resolved(known, remote);
    }

    private LocalRecord resolved(LocalRecord known, Incoming remote) {
        Duration localAge = Duration.between(known.changedAt(), now);
        @Nullable
        Map<String, Object> content = policy.resolve(
                new Conflict(known.id(), known.base(), known.content(), localAge, remote.content(), remote.age()));
        return new LocalRecord(known.id(), content, remote.content(), List.of(), known.changedAt());
    }
}
