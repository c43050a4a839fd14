package org.sagrada.client.migrate;

import java.util.List;
import java.util.Map;

/**
 * What a migration has come to.
 *
 * @param phase how far it is
 * @param records how many of each collection are copied
 * @param unreadable records that no key opens, as {@code collection/id}; they can't be sealed anew
 * @param refused records that the other side didn't take, as {@code collection/id}, with its reasons
 */
public record MigrationReport(
        Phase phase, Map<String, Long> records, List<String> unreadable, Map<String, String> refused) {

    /** How far a migration is. */
    public enum Phase {
        /** Nothing but the copy on the device was written. */
        COPYING,
        /** The copy on the device is whole. Of two stores the other has everything, verified, but nobody uses it yet. */
        COPIED,
        /** The store is being rewritten from the copy. Run it again if it was interrupted. */
        REWRITING,
        /** The new place, or format, is in use. */
        SWITCHED
    }

    public MigrationReport {
        records = Map.copyOf(records);
        unreadable = List.copyOf(unreadable);
        refused = Map.copyOf(refused);
    }

    /** Whether every record makes it. */
    public boolean isLossless() {
        return unreadable.isEmpty() && refused.isEmpty();
    }
}
