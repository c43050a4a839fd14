package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the database and the service by turns with SIGKILL while writers write: once each, and with the tag {@code fault} as often as
 * {@code fault.rounds} says. Whatever was acknowledged must be there, whole and with the version that was told; what was not may be
 * there whole or not at all.
 */
class FaultIT {

    private static final int WRITERS = 8;
    private static final int USERS = 2;
    private static final int RECORDS = 5;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    private Path directory;

    @Test
    void noAcknowledgedWriteIsLostThoughBothAreKilledAndTheServiceIsAskedToEnd() throws Exception {
        underWriters((database, service, recovered) -> {
            database.kill();
            database.start();
            recovered.run();
            service.kill();
            service.start();
            recovered.run();
            service.drain();
        });
    }

    @Test
    @Tag("fault")
    void noAcknowledgedWriteIsLostThoughBothAreKilledManyTimes() throws Exception {
        underWriters((database, service, recovered) -> {
            for (var round = 0; round < Integer.getInteger("fault.rounds", 10); round++) {
                if (round % 2 == 0) {
                    database.kill();
                    database.start();
                } else {
                    service.kill();
                    service.start();
                }
                recovered.run();
            }
        });
    }

    private void underWriters(Faults faults) throws Exception {
        try (var database = new KillableDatabase(directory.resolve("data"));
                var service = new KillableService(database.asTestDatabase());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<FaultWriter>();
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < WRITERS; i++) {
                var device = new Device(service.port(), 1 + i % USERS, Clock.systemUTC());
                var writer = new FaultWriter(device, "w" + i, RECORDS);
                writers.add(writer);
                running.add(threads.submit(() -> writer.writeUntil(over::get)));
            }
            try {
                awaitProgress(writers);
                faults.happen(database, service, () -> awaitProgress(writers));
            } finally {
                over.set(true);
            }
            for (var future : running) {
                future.get();
            }
            for (var user = 0; user < USERS; user++) {
                verify(writers, user, stored(database, user));
            }
        }
    }

    /** Every writer gets through again, without anybody's help. */
    private static void awaitProgress(List<FaultWriter> writers) {
        var before = writers.stream().map(FaultWriter::acknowledged).toList();
        Awaitility.await().atMost(RECOVERY).until(() -> {
            for (var i = 0; i < before.size(); i++) {
                if (writers.get(i).acknowledged() < before.get(i) + 3) {
                    return false;
                }
            }
            return true;
        });
    }

    private static void verify(List<FaultWriter> all, int user, Map<String, Long> stored) {
        var versions = new ArrayList<Long>();
        for (var i = user; i < all.size(); i += USERS) {
            versions.addAll(all.get(i).verify(stored));
        }
        assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
    }

    /** The version of each record. */
    private static Map<String, Long> stored(KillableDatabase database, int user) throws SQLException {
        var server = database.asTestDatabase();
        try (var connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT bso_id, version FROM storage.bso WHERE user_id = " + (1 + user))) {
            var stored = new HashMap<String, Long>();
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getLong(2));
            }
            return stored;
        }
    }

    private interface Faults {

        /** Has something go wrong, and waits each time until every writer gets through again. */
        void happen(KillableDatabase database, KillableService service, Runnable recovered) throws Exception;
    }
}
