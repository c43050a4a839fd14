package org.sagrada.client.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Urls;

/**
 * Which records of a collection to read, and in which order.
 *
 * @param newer only records of a version strictly greater
 * @param older only records of a version strictly smaller
 * @param ids only these, at most 100; empty for no such limit
 * @param sort null leaves the order to the server
 * @param limit at most so many in all; null for no limit
 */
public record BsoQuery(
        @Nullable Long newer,
        @Nullable Long older,
        List<String> ids,
        @Nullable Sort sort,
        @Nullable Integer limit) {

    /** The order of records. */
    public enum Sort {
        OLDEST("oldest"),
        NEWEST("newest"),
        INDEX("index");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

    public BsoQuery {
        ids = List.copyOf(ids);
    }

    /** Every record. */
    public static BsoQuery all() {
        return new BsoQuery(null, null, List.of(), null, null);
    }

    /** What changed after a version. */
    public static BsoQuery newerThan(long version) {
        return all().newer(version);
    }

    /** These records, if they exist. */
    public static BsoQuery ofIds(List<String> ids) {
        return new BsoQuery(null, null, ids, null, null);
    }

    /** The same, only records of a version strictly greater. */
    public BsoQuery newer(long version) {
        return new BsoQuery(version, older, ids, sort, limit);
    }

    /** The same, only records of a version strictly smaller. */
    public BsoQuery older(long version) {
        return new BsoQuery(newer, version, ids, sort, limit);
    }

    /** The same in an order. */
    public BsoQuery sort(Sort order) {
        return new BsoQuery(newer, older, ids, order, limit);
    }

    /** The same, at most so many. */
    public BsoQuery limit(int most) {
        return new BsoQuery(newer, older, ids, sort, most);
    }

    /** The query string of one page. */
    String toQuery(Dialect dialect, boolean full, int page, @Nullable String offset) {
        List<String> parameters = new ArrayList<>();
        if (full) {
            parameters.add("full=1");
        }
        if (newer != null) {
            parameters.add("newer=" + dialect.format(newer));
        }
        if (older != null) {
            parameters.add("older=" + dialect.format(older));
        }
        if (!ids.isEmpty()) {
            parameters.add(
                    "ids=" + String.join(",", ids.stream().map(Urls::escape).toList()));
        }
        if (sort != null) {
            parameters.add("sort=" + sort.word);
        }
        parameters.add("limit=" + page);
        if (offset != null) {
            parameters.add("offset=" + Urls.escape(offset));
        }
        return String.join("&", parameters);
    }
}
