package org.sagrada.storage.batch;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.bso.BsoPatch;
import org.sagrada.storage.bso.CollectionName;
import org.sagrada.storage.bso.Database;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.PatchColumns;
import org.sagrada.storage.bso.Sql;
import org.springframework.stereotype.Component;

/** Keeps batches until they are committed, each for one user and one collection. Nothing of them is visible. */
@Component
public final class Batches {

    private static final Sql OPEN = Sql.read(Batches.class, "open.sql");
    private static final Sql APPEND = Sql.read(Batches.class, "append.sql");
    private static final int ID_BYTES = 12;

    private final Database database;
    private final SecureRandom random;
    private final StorageSettings.Sync15 limits;

    Batches(Database database, SecureRandom random, StorageSettings settings) {
        this.database = database;
        this.random = random;
        this.limits = settings.sync15();
    }

    /** Begins an empty batch, and names it. */
    public String open(long user, CollectionName collection, Moment now) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = Base64Url.encode(bytes);
        var values = values(user, collection, id);
        values.put("expires", now.millis() + limits.batchLife().toMillis());
        database.update(OPEN, values);
        return id;
    }

    /** Adds the records of a post. Those that the batch has already are written over, field by field, when it is committed. */
    public AppendOutcome append(long user, CollectionName collection, String id, List<BsoPatch> records, Moment now) {
        var values = values(user, collection, id);
        values.putAll(PatchColumns.of(records));
        values.put("now", now.millis());
        values.put("records", (long) records.size());
        values.put("bytes", records.stream().mapToLong(BsoPatch::payloadBytes).sum());
        values.put("most_records", (long) limits.totalRecords());
        values.put("most_bytes", limits.totalBytes().toBytes());
        return database.run(connection -> {
            try (var statement = APPEND.prepare(connection, values);
                    var row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean("appended")) {
                    return AppendOutcome.APPENDED;
                }
                return row.getBoolean("is_there") ? AppendOutcome.TOO_LARGE : AppendOutcome.UNKNOWN;
            }
        });
    }

    private static Map<String, @Nullable Object> values(long user, CollectionName collection, String id) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection.value());
        values.put("batch", id);
        return values;
    }
}
