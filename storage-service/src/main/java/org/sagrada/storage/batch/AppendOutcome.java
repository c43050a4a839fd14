package org.sagrada.storage.batch;

/** What became of records sent to a batch. */
public enum AppendOutcome {
    /** They are part of the batch. */
    APPENDED,
    /** The batch would hold too many records or bytes; it stays as it was. */
    TOO_LARGE,
    /** This user has no such batch for this collection, or no longer. */
    UNKNOWN
}
