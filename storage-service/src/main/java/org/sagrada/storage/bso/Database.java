package org.sagrada.storage.bso;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Runs work on a connection, again where the database asks for it: serialization failures and deadlocks (40001, 40P01) are
 * everyday life of a distributed PostgreSQL. All work must be fit to run twice when it fails.
 */
@Component
public final class Database {

    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 8;
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Connection trouble, no resources, operator intervention, a primary that became a replica. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "25006", "53", "57", "58");

    private final DataSource connections;
    private final Counter retries;
    private final Counter conflicts;

    Database(DataSource connections, MeterRegistry meters) {
        this.connections = connections;
        this.retries = Counter.builder("sagrada.storage.retries")
                .description("Statements run again after a serialization failure or a deadlock")
                .register(meters);
        this.conflicts = Counter.builder("sagrada.storage.conflicts")
                .description("Writes given up because another writer was in the way for too long")
                .register(meters);
    }

    /**
     * Runs work with autocommit on.
     *
     * @throws ConflictException when a lock or the retry budget ran out
     * @throws org.springframework.dao.DataAccessException when the database fails otherwise
     */
    public <T extends @Nullable Object> T run(Work<T> work) {
        var deadline = System.nanoTime() + BUDGET.toNanos();
        for (var attempt = 1; ; attempt++) {
            try (var connection = connections.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                if (!TRY_AGAIN.contains(state(e)) || attempt == ATTEMPTS || System.nanoTime() > deadline) {
                    throw translate(e);
                }
                retries.increment();
                pause(attempt);
            }
        }
    }

    /**
     * Runs a transaction that {@link Sql#lockingUser} made, in one trip.
     *
     * @param reading takes the rows of the statement after the lock
     */
    public <T extends @Nullable Object> T transact(
            Sql transaction, Map<String, ? extends @Nullable Object> values, Reading<T> reading) {
        return run(connection -> {
            try (var statement = transaction.prepare(connection, values)) {
                statement.execute();
                return reading.of(rowsAfterTheLock(statement));
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
        });
    }

    /** The results are: of BEGIN, of opening the account, of the lock, the rows that are wanted, and what follows. */
    private static ResultSet rowsAfterTheLock(PreparedStatement statement) throws SQLException {
        for (var before = 0; before < 3; before++) {
            statement.getMoreResults();
        }
        return statement.getResultSet();
    }

    /** Autocommit does not know of a transaction that began in a text of ours. */
    private static void rollBack(Connection connection, SQLException cause) {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Runs one statement that changes something, and says how many rows it touched. */
    public int update(Sql sql, Map<String, ? extends @Nullable Object> values) {
        return run(connection -> {
            try (var statement = sql.prepare(connection, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private RuntimeException translate(SQLException e) {
        var state = state(e);
        if (TRY_AGAIN.contains(state) || state.equals(LOCK_NOT_AVAILABLE)) {
            conflicts.increment();
            return new ConflictException(e);
        }
        if (UNAVAILABLE.contains(state) || (state.length() == 5 && UNAVAILABLE.contains(state.substring(0, 2)))) {
            return new TransientDataAccessResourceException("The database does not answer", e);
        }
        var translated = new SQLStateSQLExceptionTranslator().translate("storage", null, e);
        return translated == null ? new UncategorizedSQLException("storage", null, e) : translated;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static void pause(int attempt) {
        var most = Math.min(20L << attempt, 500L);
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, most)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what a statement gave. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {

        /** From before the first row. */
        T of(ResultSet rows) throws SQLException;
    }

    /** Something to do on a connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {

        /** Does it, with autocommit on as it came and as it goes. */
        T on(Connection connection) throws SQLException;
    }
}
