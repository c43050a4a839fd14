package org.sagrada.client.storage;

import java.util.List;
import java.util.Map;

/**
 * What came of writing many records.
 *
 * @param version of the collection afterwards
 * @param stored the ids that were written
 * @param refused the ids that were not, each with the server's reasons
 */
public record Upload(long version, List<String> stored, Map<String, List<String>> refused) {

    public Upload {
        stored = List.copyOf(stored);
        refused = Map.copyOf(refused);
    }
}
