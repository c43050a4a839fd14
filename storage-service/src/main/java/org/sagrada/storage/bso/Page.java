package org.sagrada.storage.bso;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a listing before its first record; all of it and the records are of one snapshot.
 *
 * @param version of the collection, in 1/100 s since 1970
 * @param storeVersion the user's
 * @param records how many follow
 * @param next where the next page begins; null when this is the last
 */
public record Page(
        long version,
        long storeVersion,
        long records,
        @Nullable Position next) {}
