package org.sagrada.client.vault;

/** What a client may do to the keys of storage format 6; few clients to audit for it is the reason. */
public enum Tier {
    /** Makes keys, changes them and uploads them. */
    FIRST,
    /** Only reads them, never writes or deletes {@code crypto}, and waits for a client of the first tier where one is missing. */
    SECOND
}
