package org.sagrada.client.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A collection in memory, for as long as the process lives. */
public final class MemoryStore implements LocalStore {

    private final Map<String, LocalRecord> records = new TreeMap<>();
    private long since;

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
            if (bso.isOver()) {
                records.remove(bso.id());
            } else {
                records.put(bso.id(), bso);
            }
        }
        since = version;
    }
}
