package org.sagrada.storage.bso;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records that were read together, with the versions of their collection and their user in the same snapshot. */
final class Chunk {

    private final List<BsoRow> rows = new ArrayList<>();
    private boolean collectionExists;
    private long version;
    private long storeVersion;

    void add(ResultSet row, boolean full) throws SQLException {
        collectionExists = true;
        storeVersion = row.getLong(BsoQuery.STORE_VERSION);
        version = row.getLong(BsoQuery.COLLECTION_VERSION);
        var record = BsoRow.of(row, BsoQuery.RECORD, full);
        if (record != null) {
            rows.add(record);
        }
    }

    boolean isOfNoCollection() {
        return !collectionExists;
    }

    long version() {
        return version;
    }

    long storeVersion() {
        return storeVersion;
    }

    List<BsoRow> rows() {
        return rows;
    }
}
