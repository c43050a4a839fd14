package org.sagrada.storage.v20;

import org.sagrada.storage.bso.BsoQuery;
import org.sagrada.storage.bso.Position;
import org.sagrada.storage.wire.BadQueryException;
import org.sagrada.storage.wire.QueryString;

/** Reads the parameters of 2.0's GET of a collection (section 2.2). */
final class Query20 {

    private Query20() {}

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
                version(query, "newer", -1),
                version(query, "older", Long.MAX_VALUE),
                query.has("full"),
                query.limit(),
                sort,
                from);
    }

    private static long version(QueryString query, String name, long otherwise) {
        return query.get(name)
                .map(text -> {
                    if (!Headers20.isVersion(text)) {
                        throw new BadQueryException(name, "value is not a version number");
                    }
                    return Long.parseLong(text);
                })
                .orElse(otherwise);
    }
}
