package org.sagrada.client.scenario;

import java.util.List;
import org.sagrada.client.storage.BsoWrite;

/**
 * Records that the browser sent to one collection in one go, as they are written under SyncStorage 2.0.
 *
 * @param single whether it wrote one record by name (PUT) rather than a list (POST)
 */
public record RecordedUpload(String collection, boolean single, List<BsoWrite> records) {

    public RecordedUpload {
        records = List.copyOf(records);
    }
}
