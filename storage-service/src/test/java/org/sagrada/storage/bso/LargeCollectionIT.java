package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page costs must not depend on how much lies before and behind it. The planner itself says how many rows it met. */
class LargeCollectionIT extends StorageIT {

    private static final long USER = 777_000_777;
    private static final int RECORDS = 20_000;
    private static final int RECORDS_OF_A_VERSION = 100;
    private static final int PAGE = 50;

    @Autowired
    private DataSource connections;

    @Test
    void aPageReadsNoMoreThanAPage() throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO account (user_id, version) VALUES (" + USER + ", 1000)");
            statement.execute(
                    "INSERT INTO collection (user_id, name, collection_id, version, records, largest) VALUES (" + USER
                            + ", 'history', 1, 1000, " + RECORDS + ", 1)");
            statement.execute("INSERT INTO bso (user_id, collection_id, bso_id, version, expiry, payload) SELECT "
                    + USER
                    + ", 1, i, i / " + RECORDS_OF_A_VERSION + ", 9223372036854775807, 'x' FROM generate_series(1, "
                    + RECORDS + ") i");
            statement.execute("ANALYZE bso");
        }
        for (var sort : new Sort[] {Sort.NEWEST, Sort.OLDEST}) {
            var middle = new Position(sort, RECORDS / RECORDS_OF_A_VERSION / 2, "5");
            var query = new BsoQuery(null, -1, Long.MAX_VALUE, true, PAGE, sort, middle);
            // Those of one version are put into the order of their ids, at either end.
            assertThat(rowsMet(query)).as(sort.name()).isBetween(PAGE, PAGE + 2 * RECORDS_OF_A_VERSION + 1);
        }
    }

    private int rowsMet(BsoQuery query) throws SQLException {
        var values = query.values(USER, new CollectionName("history"), new Moment(0), PAGE);
        try (var connection = connections.getConnection();
                var statement = Sql.of("EXPLAIN (ANALYZE, FORMAT JSON) " + query.rowsSource())
                        .prepare(connection, values);
                var plan = statement.executeQuery()) {
            plan.next();
            return met(new JsonMapper().readTree(plan.getString(1))).orElseThrow();
        }
    }

    private static Optional<Integer> met(JsonNode node) {
        if (node.path("Relation Name").asString("").equals("bso")) {
            return Optional.of(node.get("Actual Rows").asInt()
                    + node.path("Rows Removed by Filter").asInt(0));
        }
        return node.valueStream()
                .map(LargeCollectionIT::met)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
