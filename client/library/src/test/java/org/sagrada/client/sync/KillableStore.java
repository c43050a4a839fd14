package org.sagrada.client.sync;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A device's store, at whose saves the device may be killed: each is there as a whole then, or not at all. */
final class KillableStore implements LocalStore {

    private final LocalStore records = new MemoryStore();
    private final Fuse fuse;

    KillableStore(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public long since() {
        return records.since();
    }

    @Override
    public Optional<LocalRecord> get(String id) {
        return records.get(id);
    }

    @Override
    public List<LocalRecord> all() {
        return records.all();
    }

    @Override
    public void save(Collection<LocalRecord> changed, long since) {
        fuse.step();
        records.save(changed, since);
        fuse.step();
    }
}
