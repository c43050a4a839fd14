package org.sagrada.client.storage;

/**
 * How much the server takes in one request.
 *
 * @param records at most so many
 * @param bytes of the body, at most so many
 */
public record UploadLimits(int records, int bytes) {

    /** What SyncStorage 2.0 servers take: 100 records and 1 MiB. */
    public static final UploadLimits USUAL = new UploadLimits(100, 1 << 20);
}
