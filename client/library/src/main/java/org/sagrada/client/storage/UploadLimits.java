package org.sagrada.client.storage;

import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;

/**
 * How much the server takes.
 *
 * @param records in one request, at most so many
 * @param bytes of a request's body, at most so many
 * @param payload bytes of one record's payload, at most so many
 * @param totalRecords in one batch of several requests (1.5), at most so many
 * @param totalBytes in one batch of several requests (1.5), at most so many
 */
public record UploadLimits(int records, int bytes, int payload, int totalRecords, int totalBytes) {

    /** What SyncStorage 2.0 servers take: 100 records and 1 MiB. */
    public static final UploadLimits USUAL = new UploadLimits(100, 1 << 20);

    public UploadLimits {
        if (records < 1 || bytes < 1 || payload < 1 || totalRecords < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** Limits of a request alone. */
    public UploadLimits(int records, int bytes) {
        this(records, bytes, Integer.MAX_VALUE, records, bytes);
    }

    /** The limits of an {@code info/configuration}; what it doesn't say is as usual. */
    static UploadLimits of(Json configuration) {
        int records = number(configuration, "max_post_records", USUAL.records);
        int payload = number(configuration, "max_record_payload_bytes", Integer.MAX_VALUE);
        int posted = number(configuration, "max_post_bytes", USUAL.bytes);
        return new UploadLimits(
                records,
                Math.min(posted, number(configuration, "max_request_bytes", Integer.MAX_VALUE)),
                payload,
                number(configuration, "max_total_records", records),
                number(configuration, "max_total_bytes", posted));
    }

    private static int number(Json json, String name, int otherwise) {
        @Nullable Long number = json.numberOrNull(name);
        return number == null || number < 1 ? otherwise : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** Half of it all, for a server that takes less than it says. */
    UploadLimits halved() {
        return new UploadLimits(
                Math.max(1, records / 2), Math.max(1, bytes / 2), payload, Math.max(1, totalRecords / 2), totalBytes);
    }
}
