package org.sagrada.storage.bso;

import org.jspecify.annotations.Nullable;

/**
 * A write of one record, whether it is there already or not.
 *
 * @param id of the record
 * @param payload null keeps what is there; a new record's is empty
 * @param payloadBytes the payload's length in UTF-8; 0 without a payload
 * @param sortindex from -999,999,999 to 999,999,999
 * @param ttl in seconds, 0 or more; it counts from the write
 */
public record BsoPatch(String id, @Nullable String payload, int payloadBytes, Edit sortindex, Edit ttl) {

    /** The same write, save that nothing of an older record with this id survives (SyncStorage 2.0, PUT). */
    public BsoPatch replacing() {
        return new BsoPatch(
                id,
                payload == null ? "" : payload,
                payloadBytes,
                sortindex instanceof Edit.Keep ? new Edit.Clear() : sortindex,
                ttl instanceof Edit.Keep ? new Edit.Clear() : ttl);
    }

    @Override
    public String toString() {
        return "BsoPatch[" + payloadBytes + " bytes]";
    }
}
