package org.sagrada.storage.v15;

import java.util.OptionalLong;
import java.util.function.Function;
import org.sagrada.storage.bso.BsoQuery;
import org.sagrada.storage.bso.Position;
import org.sagrada.storage.wire.BadQueryException;
import org.sagrada.storage.wire.QueryString;

/** Reads the parameters of 1.5's GET of a collection (section 2.2). */
final class Query15 {

    private Query15() {}

    static BsoQuery of(QueryString query) {
        var sort = query.sort();
        var from = query.get("offset")
                .map(token -> Position.ofToken(token)
                        .filter(position -> position.sort() == sort)
                        .orElseThrow(
                                () -> new BadQueryException("offset", "value is none that was sent for this order")))
                .orElse(null);
        return new BsoQuery(
                query.ids(),
                time(query, "newer", Time15::parse, -1),
                time(query, "older", Time15::parseUpwards, Long.MAX_VALUE),
                query.has("full"),
                query.limit(),
                sort,
                from);
    }

    private static long time(QueryString query, String name, Function<String, OptionalLong> reading, long otherwise) {
        return query.get(name)
                .map(text -> reading.apply(text)
                        .orElseThrow(() -> new BadQueryException(name, "value is not a time in seconds")))
                .orElse(otherwise);
    }
}
