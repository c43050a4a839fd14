package org.sagrada.client.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a record becomes that was changed on both sides since they last agreed. */
@FunctionalInterface
public interface ConflictPolicy {

    /** The content; null deletes it. */
    @Nullable
    Map<String, Object> resolve(Conflict conflict);

    /**
     * A record with two changes. Ages are told rather than times, so that no clock has to be right.
     *
     * @param base what both had; null if neither had it
     */
    record Conflict(
            String id,
            @Nullable Map<String, Object> base,
            @Nullable Map<String, Object> local,
            Duration localAge,
            @Nullable Map<String, Object> remote,
            Duration remoteAge) {}

    /** The newer wins as a whole; if both are as old, the server's, which all others have. */
    static ConflictPolicy newest() {
        return conflict ->
                conflict.localAge().compareTo(conflict.remoteAge()) < 0 ? conflict.local() : conflict.remote();
    }

    /** Fields that only one side changed are merged; for the others, and where one side deleted the record, the newer wins. */
    static ConflictPolicy mergeFields() {
        return conflict -> {
            Map<String, Object> local = conflict.local();
            Map<String, Object> remote = conflict.remote();
            Map<String, Object> newer = newest().resolve(conflict);
            if (local == null || remote == null || newer == null) {
                return newer;
            }
            Map<String, Object> base = conflict.base() == null ? Map.of() : conflict.base();
            Map<String, Object> merged = new HashMap<>();
            Set<String> names = new HashSet<>(local.keySet());
            names.addAll(remote.keySet());
            for (String name : names) {
                Map<String, Object> source = Objects.equals(local.get(name), base.get(name))
                        ? remote
                        : Objects.equals(remote.get(name), base.get(name)) ? local : newer;
                Object value = source.get(name);
                if (value != null) {
                    merged.put(name, value);
                }
            }
            return Map.copyOf(merged);
        };
    }
}
