package org.sagrada.storage.bso;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a collection to read, and how.
 *
 * @param ids only these; null: any
 * @param newer only versions strictly greater than this, in 1/100 s
 * @param older only versions strictly smaller than this, in 1/100 s
 * @param full whether the payloads are wanted, rather than the ids alone
 * @param limit the most records to return; null: all
 * @param from where the page before ended; null: the first page. It is of the same order
 */
public record BsoQuery(
        @Nullable List<String> ids,
        long newer,
        long older,
        boolean full,
        @Nullable Integer limit,
        Sort sort,
        @Nullable Position from) {

    /** The number of a column of {@link #rows}; a record's own begin with the third. */
    static final int STORE_VERSION = 1;

    static final int COLLECTION_VERSION = 2;
    static final int RECORD = 3;

    private static final ConcurrentMap<String, Sql> STATEMENTS = new ConcurrentHashMap<>();

    /** All that is there, in the default order. */
    public static BsoQuery everything(boolean full) {
        return new BsoQuery(null, -1, Long.MAX_VALUE, full, null, Sort.NEWEST, null);
    }

    /** Whether nothing in a collection of this version can match. */
    boolean matchesNothingIn(long collectionVersion) {
        return newer >= collectionVersion || (ids != null && ids.isEmpty());
    }

    /** Each row: the store's version, the collection's, and a record; or nulls for the record when none matches. */
    Sql rows() {
        return STATEMENTS.computeIfAbsent(rowsSource(), Sql::of);
    }

    /** How many records match. */
    Sql count() {
        return STATEMENTS.computeIfAbsent(countSource(), Sql::of);
    }

    /**
     * The page is cut inside of the join, where the collection is known and its index on the version has the order: a page of a large
     * collection reads no more than a page.
     */
    String rowsSource() {
        var columns = "b.bso_id, b.version, b.sortindex" + (full ? ", b.payload" : "");
        return """
               SELECT a.version AS store_version, c.version AS collection_version, %1$s
               FROM account a
               JOIN collection c ON c.user_id = :user AND c.name = :collection
               LEFT JOIN LATERAL (
                 SELECT %1$s
                 FROM bso b
                 WHERE %2$s%3$s
                 ORDER BY %4$s
                 LIMIT :at_most::bigint
               ) b ON true
               WHERE a.user_id = :user
               ORDER BY %4$s
               """.formatted(columns, matching(), from == null ? "" : " AND " + sort.beyond(), sort.order());
    }

    String countSource() {
        return """
               SELECT count(b.bso_id) AS records
               FROM account a
               JOIN collection c ON c.user_id = :user AND c.name = :collection
               LEFT JOIN bso b ON %s
               WHERE a.user_id = :user
               """.formatted(matching());
    }

    Map<String, @Nullable Object> values(long user, CollectionName collection, Moment now, @Nullable Integer atMost) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("user", user);
        values.put("collection", collection.value());
        values.put("now", now.millis());
        values.put("newer", newer);
        values.put("older", older);
        values.put("ids", ids == null ? null : ids.toArray(String[]::new));
        values.put("from_number", from == null ? null : from.number());
        values.put("from_id", from == null ? null : from.id());
        values.put("at_most", atMost);
        return values;
    }

    /** By bso's key or its index on the version. */
    private String matching() {
        return "b.user_id = :user AND b.collection_id = c.collection_id AND b.expiry > :now::bigint"
                + " AND b.version > :newer::bigint AND b.version < :older::bigint"
                + (ids == null ? "" : " AND b.bso_id = ANY (:ids::text[])");
    }
}
