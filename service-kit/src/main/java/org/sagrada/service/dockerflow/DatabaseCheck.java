package org.sagrada.service.dockerflow;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database whether it is there. */
final class DatabaseCheck {

    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource database;

    DatabaseCheck(DataSource database) {
        this.database = database;
    }

    boolean passes() {
        try (var connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
