package org.sagrada.client.sync;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A collection on the device. Whatever happens to the process, a change is there as a whole or not at all. */
public interface LocalStore {

    /** The server's version up to which everything was taken over; 0 at first. */
    long since();

    /** A record, deleted ones included that the server has yet to hear of. */
    Optional<LocalRecord> get(String id);

    /** Every record there is anything to say of. */
    List<LocalRecord> all();

    /** Keeps records and the version, in one step. */
    void save(Collection<LocalRecord> records, long since);
}
