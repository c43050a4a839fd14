package org.sagrada.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class PostgresServerIT {

    @Test
    void givesEveryCallerAnEmptyDatabase() throws SQLException {
        run(PostgresServer.shared().newDatabase(), "CREATE TABLE taken (id integer)");
        run(PostgresServer.shared().newDatabase(), "CREATE TABLE taken (id integer)");
    }

    /** For the command that proves the container's path; elsewhere either kind is right. */
    @Test
    @EnabledIfSystemProperty(named = "sagrada.test.engine", matches = "container")
    void runsInAContainerWhereAnEngineAnswers() {
        assertThat(PostgresServer.shared().isInContainer()).isTrue();
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
        }
    }
}
