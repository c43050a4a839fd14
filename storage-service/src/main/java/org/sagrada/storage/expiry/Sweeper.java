package org.sagrada.storage.expiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.bso.ConflictException;
import org.sagrada.storage.bso.Database;
import org.sagrada.storage.bso.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Removes expired records user by user, few at a time and under the user's lock, so that a writer never waits long. It finds the
 * users by a bound that writers keep with the account; the records themselves need no index for it.
 */
@Component
public final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private static final Sql USERS = Sql.read(Sweeper.class, "users.sql");
    private static final Sql SWEEP_USER = Sql.lockingUser(Sql.read(Sweeper.class, "sweep-user.sql"));
    private static final Sql BATCHES = Sql.read(Sweeper.class, "batches.sql");
    private static final Sql RETIRED = Sql.read(Sweeper.class, "retired.sql");
    private static final Sql OLDEST = Sql.read(Sweeper.class, "oldest.sql");

    private final Database database;
    private final Clock clock;
    private final StorageSettings.Expiry settings;
    private final Counter removed;
    private final AtomicLong lagMillis = new AtomicLong();

    Sweeper(Database database, Clock clock, StorageSettings settings, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.settings = settings.expiry();
        this.removed = Counter.builder("sagrada.storage.purge.records")
                .description("Expired records removed")
                .register(meters);
        Gauge.builder("sagrada.storage.purge.lag", lagMillis, lag -> lag.get() / 1000.0)
                .description("For how long the oldest expired record has been lying, as of the last round")
                .baseUnit("seconds")
                .register(meters);
    }

    /** One round: all that is due. What fails is left for the next round. */
    public void sweep() {
        try {
            var goesOn = true;
            while (goesOn) {
                var users = users();
                goesOn = !users.isEmpty() && users.stream().allMatch(this::sweptWhole);
            }
            drain(BATCHES, Map.of("now", clock.millis()));
            drain(
                    RETIRED,
                    Map.of("before", clock.millis() - settings.purgedUsers().toMillis()));
            lagMillis.set(lag().toMillis());
        } catch (DataAccessException | ConflictException e) {
            log.warn("Removing what has expired is put off: {}", e.getMessage());
        }
    }

    private boolean sweptWhole(Long user) {
        try {
            var n = sweepOnce(user);
            while (n == settings.batch()) {
                n = sweepOnce(user);
            }
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    /** The number of records removed. */
    private int sweepOnce(long user) {
        var values = Map.<String, Object>of("user", user, "now", clock.millis(), "batch", (long) settings.batch());
        var n = database.transact(SWEEP_USER, values, row -> row.next() ? row.getInt("records") : 0);
        removed.increment(n);
        return n;
    }

    private List<Long> users() {
        var values = new HashMap<String, Object>();
        values.put("before", clock.millis() - settings.delay().toMillis());
        return database.run(connection -> {
            try (var statement = USERS.prepare(connection, values);
                    var rows = statement.executeQuery()) {
                var users = new ArrayList<Long>();
                while (rows.next()) {
                    users.add(rows.getLong("user_id"));
                }
                return users;
            }
        });
    }

    private Duration lag() {
        var now = clock.millis();
        return database.run(connection -> {
            try (var statement = OLDEST.prepare(connection, Map.of("now", now));
                    var row = statement.executeQuery()) {
                return row.next() ? Duration.ofMillis(now - row.getLong("next_expiry")) : Duration.ZERO;
            }
        });
    }

    private void drain(Sql sql, Map<String, Object> values) {
        var rows = database.update(sql, values);
        while (rows > 0) {
            rows = database.update(sql, values);
        }
    }
}
