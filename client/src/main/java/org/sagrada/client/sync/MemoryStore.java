package org.sagrada.client.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A collection in memory, for as long as the process lives. */
public final class MemoryStore implements LocalStore {

    private final Map<String, LocalRecord> records = new TreeMap<>();
    private long since;

    /** What the user does to a record; null deletes it. */
    public synchronized void edit(String id, @Nullable Map<String, Object> content, Instant now) {
        LocalRecord known = get(id).orElseGet(() -> LocalRecord.unknown(id));
        save(List.of(known.edited(content, now)), since);
    }

    /** What the user sees of a record; null if there is none. */
    public synchronized @Nullable Map<String, Object> content(String id) {
        return get(id).map(LocalRecord::content).orElse(null);
    }

    @Override
    public synchronized long since() {
        return since;
    }

    @Override
    public synchronized Optional<LocalRecord> get(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized List<LocalRecord> all() {
        return List.copyOf(records.values());
    }

    @Override
    public synchronized void save(Collection<LocalRecord> changed, long version) {
        for (LocalRecord bso : changed) {
            if (bso.content() == null && bso.base() == null && !bso.sending()) {
                records.remove(bso.id());
            } else {
                records.put(bso.id(), bso);
            }
        }
        since = version;
    }
}
