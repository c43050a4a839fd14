package org.sagrada.client.storage;

import java.util.Map;

/**
 * Which collections there are, and when each changed last.
 *
 * @param storeVersion of the last change of anything
 * @param versions by the collection's name
 */
public record CollectionVersions(long storeVersion, Map<String, Long> versions) {

    public CollectionVersions {
        versions = Map.copyOf(versions);
    }

    /** The version of a collection; 0 if there is none. */
    public long of(String collection) {
        return versions.getOrDefault(collection, 0L);
    }
}
