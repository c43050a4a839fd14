package org.sagrada.storage.bso;

/** What became of a write or a deletion; versions in 1/100 s since 1970. Only {@link Done} changed anything. */
public sealed interface WriteOutcome {

    /**
     * It is done and will stay.
     *
     * @param version the new one, of all that was touched
     * @param overwrote whether a record that had not expired was there before
     * @param bytes what the user's payloads take afterwards
     */
    record Done(long version, boolean overwrote, long bytes) implements WriteOutcome {}

    /** The target is newer than the precondition allows. */
    record Changed(long targetVersion) implements WriteOutcome {}

    /** There is no such collection, record or batch. */
    record Missing() implements WriteOutcome {}

    /** The user would have more bytes than allowed. */
    record OverQuota() implements WriteOutcome {}

    /** The user was purged: whoever comes has an old token. */
    record Retired() implements WriteOutcome {}
}
