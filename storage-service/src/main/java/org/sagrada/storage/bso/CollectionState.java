package org.sagrada.storage.bso;

/**
 * How a collection stands; versions in 1/100 s since 1970.
 *
 * @param version 0 when there is no such collection
 * @param storeVersion the user's
 * @param retired whether the user was purged
 */
public record CollectionState(long version, long storeVersion, boolean retired) {}
