package org.sagrada.storage.bso;

/** What became of a read; versions in 1/100 s since 1970. */
public sealed interface ReadOutcome {

    /** The records went to the listing. */
    record Listed() implements ReadOutcome {}

    /** The record, and the user's version. */
    record Found(BsoRow row, long storeVersion) implements ReadOutcome {}

    /** The client has it already. */
    record NotModified(long targetVersion, long storeVersion) implements ReadOutcome {}

    /** The target is newer than the precondition allows. */
    record Changed(long targetVersion, long storeVersion) implements ReadOutcome {}

    /** There is no such collection or record. */
    record Missing(long storeVersion) implements ReadOutcome {}

    /** The user was purged: whoever comes has an old token. */
    record Retired() implements ReadOutcome {}
}
