package org.sagrada.client.storage;

import org.jspecify.annotations.Nullable;

/**
 * A stored record (Basic Storage Object).
 *
 * @param id unique within its collection
 * @param version of its last change
 * @param timestamp of its last change by the server's clock, in ms
 * @param payload opaque to the server
 * @param sortindex relative importance within the collection; null if it has none
 */
public record Bso(
        String id,
        long version,
        long timestamp,
        String payload,
        @Nullable Integer sortindex) {

    /** Without the payload, which is nobody else's business. */
    @Override
    public String toString() {
        return "Bso[" + id + ", version " + version + ", " + payload.length() + " characters]";
    }
}
