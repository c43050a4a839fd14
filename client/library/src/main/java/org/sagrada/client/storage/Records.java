package org.sagrada.client.storage;

import java.util.List;

/**
 * Records that were read, all of one moment.
 *
 * @param version of the collection at that moment: what to pass to {@link BsoQuery#newerThan} next time
 */
public record Records(long version, List<Bso> records) {

    public Records {
        records = List.copyOf(records);
    }
}
