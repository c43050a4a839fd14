package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every statement names the user for every table it touches, so that a distributed PostgreSQL can send it whole to the one node
 * that has the user. Only the sweeper's statements look for users.
 */
class RoutingTest {

    private static final Path SOURCES = Path.of("src/main/resources");
    private static final List<String> OF_MANY_USERS = List.of("users.sql", "batches.sql", "retired.sql", "oldest.sql");
    private static final Pattern TABLE = Pattern.compile(
            "(?:FROM|JOIN|UPDATE|INTO|USING)\\s+(account|collection|bso|batch|batch_post)\\b\\s*(\\w+)?");
    private static final Pattern PRIMARY_KEY =
            Pattern.compile("(?:PRIMARY KEY \\(|user_id\\s+bigint NOT NULL PRIMARY KEY)(\\w*)");

    static Stream<Path> statements() throws IOException {
        try (var files = Files.walk(SOURCES.resolve("org"))) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !OF_MANY_USERS.contains(file.getFileName().toString()))
                    .toList()
                    .stream();
        }
    }

    static Stream<Sql> listings() {
        return Stream.of(Sort.values())
                .flatMap(sort -> Stream.of(
                        new BsoQuery(null, 0, 9, true, 5, sort, null),
                        new BsoQuery(List.of("a"), 0, 9, false, null, sort, new Position(sort, 1, "a"))))
                .flatMap(query -> Stream.of(query.rows(), query.count()));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyStatementNamesTheUserForEachTable(Path file) throws IOException {
        assertNamesTheUser(Files.readString(file).replace(":user", "?"));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void everyListingNamesTheUserForEachTable(Sql sql) {
        assertNamesTheUser(sql.toString());
    }

    @Test
    void theStatementsAreFound() throws IOException {
        assertThat(statements()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__records.sql", "V2__batches.sql", "V4__batches_by_post.sql"})
    void everyKeyBeginsWithTheUser(String migration) throws IOException {
        var source = Files.readString(SOURCES.resolve("db/migration/storage").resolve(migration));
        var keys = PRIMARY_KEY.matcher(source).results().toList();

        assertThat(keys).hasSize((int)
                Pattern.compile("CREATE TABLE").matcher(source).results().count());
        assertThat(keys).allMatch(key -> key.group(1).isEmpty() || key.group(1).equals("user_id"));
        assertThat(source).doesNotContainIgnoringCase("sequence").doesNotContainIgnoringCase("serial");
    }

    private static void assertNamesTheUser(String statement) {
        var sql = statement.replaceAll("--.*", "");
        var tables = TABLE.matcher(sql).results().toList();

        for (var table : tables) {
            var alias = table.group(2);
            var inserts = table.group().startsWith("INTO");
            var byAlias = alias != null && sql.contains(alias + ".user_id = ?");
            var alone = sql.contains("WHERE user_id = ?") || sql.contains("WHERE g.user_id = ?");
            assertThat(inserts ? sql.contains("(user_id") : byAlias || alone)
                    .as(table.group() + " in\n" + sql)
                    .isTrue();
        }
    }
}
