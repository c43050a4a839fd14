package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the database and the service by turns with SIGKILL while writers write, as often as {@code fault.rounds} says. Whatever was
 * acknowledged must be there, whole and with the version that was told; what was not may be there whole or not at all.
 */
@Tag("fault")
class FaultIT {

    private static final int WRITERS = 8;
    private static final int USERS = 2;
    private static final int RECORDS = 5;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    private Path directory;

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsHalfThere() throws Exception {
        try (var database = new KillableDatabase(directory.resolve("data"));
                var service = new KillableService(database.url());
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
                for (var round = 0; round < Integer.getInteger("fault.rounds", 10); round++) {
                    if (round % 2 == 0) {
                        database.kill();
                        database.start();
                    } else {
                        service.kill();
                        service.start();
                    }
                    awaitProgress(writers);
                }
            } finally {
                over.set(true);
            }
            for (var future : running) {
                future.get();
            }
            for (var user = 0; user < USERS; user++) {
                verify(writers, user);
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

    private static void verify(List<FaultWriter> all, int user) {
        var writers = new ArrayList<FaultWriter>();
        for (var i = user; i < all.size(); i += USERS) {
            writers.add(all.get(i));
        }
        var stored = new HashMap<String, Long>();
        var device = writers.getFirst().device();
        device.get(device.path20("/storage/col?full=1"))
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> stored.put(
                        item.get("id").asString(), item.get("version").asLong()));
        var versions = new ArrayList<Long>();
        for (var writer : writers) {
            versions.addAll(writer.verify(stored));
        }
        assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
    }
}
