package org.sagrada.storage.v15;

import java.util.Locale;
import org.sagrada.storage.wire.BadQueryException;
import org.sagrada.storage.wire.QueryString;

/** What a POST asks for with {@code batch} and {@code commit} (section 2.5). */
sealed interface BatchParameters {

    /** Store the records of this request. */
    record StoreNow() implements BatchParameters {}

    /** Begin a batch with them. */
    record Begin() implements BatchParameters {}

    /** Add them to a batch. */
    record Append(String batch) implements BatchParameters {}

    /** Add them to a batch, and make all of it visible. */
    record Commit(String batch) implements BatchParameters {}

    static BatchParameters of(QueryString query) {
        var commits = query.has("commit");
        if (commits && !query.get("commit").orElse("").equalsIgnoreCase("true")) {
            throw new BadQueryException("commit", "value is not true");
        }
        if (!query.has("batch")) {
            if (commits) {
                throw new BadQueryException("commit", "there is no batch to commit");
            }
            return new StoreNow();
        }
        var batch = query.get("batch").orElse("");
        return switch (batch.toLowerCase(Locale.ROOT)) {
            case "", "true" -> commits ? new StoreNow() : new Begin();
            default -> commits ? new Commit(batch) : new Append(batch);
        };
    }
}
