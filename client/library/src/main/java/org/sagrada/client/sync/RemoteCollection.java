package org.sagrada.client.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same collection at the server, in clear. */
public interface RemoteCollection {

    /** What changed after a version; 0 for everything. */
    Download newerThan(long version);

    /** Writes records, if nothing changed after the version. */
    UploadOutcome upload(List<Change> changes, long version);

    /**
     * A record's content at the server.
     *
     * @param content null for a tombstone
     * @param age how long before the download began it was written, by the server's clock
     */
    record Incoming(String id, @Nullable Map<String, Object> content, Duration age) {}

    /**
     * A record's content to be.
     *
     * @param content null for a tombstone
     */
    record Change(String id, @Nullable Map<String, Object> content) {}

    /**
     * What was read.
     *
     * @param version of the collection; 0 if there is none
     * @param unreadable ids of records that can't be opened, which stay as they are
     */
    record Download(long version, List<Incoming> records, List<String> unreadable) {}

    /** What came of an upload. */
    sealed interface UploadOutcome {

        /**
         * It went through.
         *
         * @param version of the collection now
         * @param stored the ids; those that are missing the server refused
         */
        record Uploaded(long version, Set<String> stored) implements UploadOutcome {}

        /**
         * Somebody else wrote in the meantime.
         *
         * @param partly whether some records may have been written before that
         */
        record Outdated(boolean partly) implements UploadOutcome {}
    }
}
