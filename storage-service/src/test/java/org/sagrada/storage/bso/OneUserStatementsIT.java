package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A router in front of a sharded PostgreSQL can send a statement to one shard when every table in it is met by one user's key. Here
 * the planner itself says how each statement of a request meets its tables.
 */
class OneUserStatementsIT extends StorageIT {

    private static final long USER = 4242;

    /** Of many users, and on no request's path. */
    private static final List<String> OF_THE_SWEEPER = List.of("users.sql", "oldest.sql", "retired.sql", "batches.sql");

    private static final Pattern NOT_PORTABLE = Pattern.compile(
            "\\b(nextval|currval|sequence|serial|bigserial|identity|advisory\\w*|lock\\s+table|listen|notify|merge|trigger"
                    + "|now\\(\\)|clock_timestamp|current_timestamp|gen_random_uuid|random\\(\\)|create\\s+temp)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERT =
            Pattern.compile("INSERT INTO \\w+ \\(user_id[^)]*\\)\\s*(VALUES \\(|SELECT )(:user|g\\.user_id)\\b");

    @Autowired
    private DataSource connections;

    @Test
    void everyStatementOfARequestMeetsItsTablesByOneUsersKey() throws Exception {
        var statements = statements();
        assertThat(statements).hasSizeGreaterThan(20);
        for (var statement : statements.entrySet()) {
            var scans = scans(statement.getKey(), statement.getValue());
            assertThat(scans)
                    .as(statement.getKey())
                    .allSatisfy(condition -> assertThat(condition).contains("user_id = '" + USER + "'::bigint"));
            assertThat(INSERT.matcher(statement.getValue()).results().count())
                    .as("the inserts of %s name the user", statement.getKey())
                    .isEqualTo(Pattern.compile("INSERT INTO")
                            .matcher(statement.getValue())
                            .results()
                            .count());
        }
    }

    @Test
    void nothingThatADistributedPostgresqlLacksIsUsed() throws IOException {
        for (var file : files("classpath*:org/sagrada/storage/**/*.sql").entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).doesNotContainPattern(NOT_PORTABLE);
        }
        for (var migration : files("classpath*:db/migration/storage/*.sql").entrySet()) {
            assertThat(migration.getValue()).as(migration.getKey()).doesNotContainPattern(NOT_PORTABLE);
            assertThat(Pattern.compile("PRIMARY KEY \\((?!user_id)|\\bREFERENCES \\w+ \\((?!user_id)|UNIQUE")
                            .matcher(migration.getValue())
                            .find())
                    .isFalse();
        }
    }

    @Test
    void aUserWhoseRowIsLockedHoldsUpNobodyElse() throws SQLException {
        var locked = newDevice();
        locked.put(locked.path20("/storage/col/a"), "{\"payload\":\"\"}").expect(201);
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM account WHERE user_id = " + locked.user() + " FOR UPDATE");
            var col = device.path15("/storage/col");
            var batch = device.post(col + "?batch=true", "[{\"id\":\"a\"}]")
                    .expect(202)
                    .json()
                    .get("batch")
                    .asString();
            device.post(col + "?batch=" + batch + "&commit=true", "[]").expect(200);
            device.post(device.path20("/storage/col"), "[{\"id\":\"b\"}]").expect(200);
            device.delete(device.path20("/storage/col?ids=a")).expect(204);
            device.delete(device.path20("/storage/col")).expect(204);
            device.delete(device.path20("/storage")).expect(204);
            // Nor does it hold up those who read.
            locked.get(locked.path20("/storage/col?full=1")).expect(200);
            locked.get(locked.path20("/info/collections")).expect(200);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The conditions by which a statement's plan finds rows in tables, or the kind of a scan that has none. */
    private List<String> scans(String name, String source) throws SQLException {
        try (var connection = connections.getConnection();
                var settings = connection.createStatement()) {
            // The tables are nearly empty: what a full one would not do is not to be done here.
            settings.execute("SET enable_seqscan = off");
            var scans = new ArrayList<String>();
            try (var statement = Sql.of("EXPLAIN (FORMAT JSON) " + source).prepare(connection, values(name));
                    var plan = statement.executeQuery()) {
                plan.next();
                collect(new JsonMapper().readTree(plan.getString(1)), scans);
            } finally {
                settings.execute("RESET enable_seqscan");
            }
            return scans;
        }
    }

    private static void collect(JsonNode node, List<String> scans) {
        if (node.has("Relation Name") && node.path("Node Type").asString().endsWith("Scan")) {
            scans.add(node.path("Index Cond").asString("")
                    + node.path("Recheck Cond").asString(node.has("Index Cond") ? "" : node.toString()));
        }
        node.forEach(child -> collect(child, scans));
    }

    private static Map<String, String> statements() throws IOException {
        var files = files("classpath*:org/sagrada/storage/**/*.sql");
        var statements = new TreeMap<String, String>();
        var seen = new HashSet<>(OF_THE_SWEEPER);
        for (var file : files.entrySet()) {
            switch (file.getKey()) {
                case "write-given.sql", "write-staged.sql" ->
                    statements.put(file.getKey(), file.getValue() + files.get("write.sql"));
                case "write.sql" -> {}
                default -> {
                    if (!seen.contains(file.getKey())) {
                        statements.put(file.getKey(), file.getValue());
                    }
                }
            }
        }
        for (var sort : Sort.values()) {
            for (var from : new @Nullable Position[] {null, new Position(sort, 1, "a")}) {
                for (var ids : Arrays.<@Nullable List<String>>asList(null, List.of("a"))) {
                    var query = new BsoQuery(ids, 0, Long.MAX_VALUE, true, 10, sort, from);
                    statements.put(
                            "rows " + sort + (from == null ? "" : " on") + (ids == null ? "" : " ids"),
                            query.rowsSource());
                    statements.put("count" + (ids == null ? "" : " ids"), query.countSource());
                }
            }
        }
        return statements;
    }

    private static Map<String, String> files(String pattern) throws IOException {
        var files = new TreeMap<String, String>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Map<String, @Nullable Object> values(String name) {
        var values = new HashMap<String, @Nullable Object>(PatchColumns.of(List.of()));
        for (var number : new String[] {
            "now",
            "clock",
            "records",
            "bytes",
            "most_records",
            "most_bytes",
            "newer",
            "older",
            "from_number",
            "expires",
            "before"
        }) {
            values.put(number, 1L);
        }
        for (var text : new String[] {"collection", "id", "from_id"}) {
            values.put(text, "a");
        }
        for (var flag : new String[] {"by_item", "ttl_keeps_version", "missing_fails", "retires"}) {
            values.put(flag, false);
        }
        for (var none : new String[] {"unmodified_since", "quota"}) {
            values.put(none, null);
        }
        values.put("at_most", 10);
        values.put("user", USER);
        values.put("batch", name.equals("sweep-user.sql") ? (Object) 10L : "a");
        return values;
    }
}
