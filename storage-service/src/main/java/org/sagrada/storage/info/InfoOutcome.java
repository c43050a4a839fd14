package org.sagrada.storage.info;

import java.util.Map;

/** What became of a question about a user's storage; versions in 1/100 s since 1970. */
public sealed interface InfoOutcome {

    /**
     * The answer.
     *
     * @param storeVersion the user's
     * @param bytes of all payloads
     * @param numbers by the names of the collections
     */
    record Told(long storeVersion, long bytes, Map<String, Long> numbers) implements InfoOutcome {}

    /** The client has it already. */
    record NotModified(long storeVersion) implements InfoOutcome {}

    /** The storage is newer than the precondition allows. */
    record Changed(long storeVersion) implements InfoOutcome {}

    /** The user was purged: whoever comes has an old token. */
    record Retired() implements InfoOutcome {}
}
