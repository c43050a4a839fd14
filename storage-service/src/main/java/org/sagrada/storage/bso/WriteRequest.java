package org.sagrada.storage.bso;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every write into a collection has to say.
 *
 * @param user whose
 * @param byItem whether the precondition speaks of the one record that is written, rather than of the collection
 * @param ttlKeepsVersion whether a record of which only the ttl changes keeps its version (SyncStorage 1.5)
 * @param quota the most bytes that the user's payloads may take afterwards; null: any
 */
public record WriteRequest(
        long user,
        CollectionName collection,
        Precondition precondition,
        boolean byItem,
        boolean ttlKeepsVersion,
        @Nullable Long quota,
        Moment now) {

    /** The same, save that every record that is written gets the new version. */
    public WriteRequest movingEveryVersion() {
        return new WriteRequest(user, collection, precondition, byItem, false, quota, now);
    }

    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection.value());
        values.put("unmodified_since", precondition.unmodifiedSince());
        values.put("by_item", byItem);
        values.put("ttl_keeps_version", ttlKeepsVersion);
        values.put("quota", quota);
        values.put("now", now.millis());
        values.put("clock", now.asVersion());
        return values;
    }
}
