package org.sagrada.client.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A collection on the device. Whatever happens to the process, a change is there as a whole or not at all. */
public interface LocalStore {

    /** The server's version up to which everything was taken over; 0 at first. */
    long since();

    /** A record, deleted ones included that the server has yet to hear of. */
    Optional<LocalRecord> get(String id);

    /** Every record there is anything to say of. */
    List<LocalRecord> all();

    /** The records that the server has to hear of, or may have heard something else of. */
    default List<LocalRecord> changed() {
        return all().stream().filter(LocalRecord::isChanged).toList();
    }

    /** Keeps records and the version, in one step. A record of which there is nothing to say any more is forgotten. */
    void save(Collection<LocalRecord> records, long since);

    /** What the user does to a record; null deletes it. */
    default void edit(String id, @Nullable Map<String, Object> content, Instant now) {
        synchronized (this) {
            LocalRecord known = get(id).orElseGet(() -> LocalRecord.unknown(id));
            save(List.of(known.edited(content, now)), since());
        }
    }

    /** What the user sees of a record; null if there is none. */
    default @Nullable Map<String, Object> content(String id) {
        return get(id).map(LocalRecord::content).orElse(null);
    }
}
