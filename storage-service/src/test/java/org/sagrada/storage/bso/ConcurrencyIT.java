package org.sagrada.storage.bso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;

class ConcurrencyIT extends StorageIT {

    private static final int WRITERS = 16;
    private static final int WRITES = 20;

    private <T> List<T> inParallel(int n, IndexedCall<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<T>>();
            for (var i = 0; i < n; i++) {
                var index = i;
                calls.add(() -> call.call(index));
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void sixteenWritersOnOneCollectionNeverShareAVersionNorLoseAWrite() throws Exception {
        var versions = inParallel(WRITERS, writer -> {
                    var mine = new ArrayList<Long>();
                    for (var i = 0; i < WRITES; i++) {
                        mine.add(device.post(device.path20("/storage/col"), "[{\"id\":\"w" + writer + "-" + i + "\"}]")
                                .expect(200)
                                .version());
                    }
                    return mine;
                })
                .stream()
                .peek(mine -> assertThat(mine).isSorted())
                .flatMap(List::stream)
                .toList();

        assertThat(versions).hasSize(WRITERS * WRITES).doesNotHaveDuplicates();
        var listed =
                device.get(device.path20("/storage/col?full=1&sort=oldest")).expect(200);
        var stored = new ArrayList<Long>();
        listed.json()
                .at("/items")
                .forEach(item -> stored.add(item.get("version").asLong()));
        assertThat(stored).isSorted().containsExactlyInAnyOrderElementsOf(versions);
        assertThat(listed.version()).isEqualTo(stored.getLast());
    }

    @Test
    void twoCollectionsOfOneUserNeverShareAVersion() throws Exception {
        var versions = inParallel(
                WRITERS,
                writer -> device.put(device.path20("/storage/col" + writer + "/a"), "{\"payload\":\"\"}")
                        .expect(201)
                        .version());

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(device.get(device.path20("/info/collections")).json().size()).isEqualTo(WRITERS);
    }

    @Test
    void compareAndSetOnAnItemLosesNoIncrement() throws Exception {
        assertNoIncrementIsLost(device.path20("/storage/col/counter"));
    }

    @Test
    void compareAndSetOnACollectionLosesNoIncrement() throws Exception {
        var col = device.path20("/storage/col");
        device.post(col, "[{\"id\":\"counter\",\"payload\":\"0\"}]").expect(200);
        var successes = new AtomicInteger();

        inParallel(8, writer -> {
            for (var i = 0; i < WRITES; i++) {
                var read = device.get(col + "?full=1").expect(200);
                var next = Integer.parseInt(read.json().at("/items/0/payload").asString()) + 1;
                var body = "[{\"id\":\"counter\",\"payload\":\"" + next + "\"}]";
                var answer = device.post(col, body, "X-If-Unmodified-Since-Version", Long.toString(read.version()));
                successes.addAndGet(answer.status() == 200 ? 1 : 0);
                assertThat(answer.status()).isIn(200, 412);
            }
            return true;
        });

        assertThat(device.get(col + "/counter").json().get("payload").asString())
                .isEqualTo(Integer.toString(successes.get()));
    }

    private void assertNoIncrementIsLost(String item) throws Exception {
        device.put(item, "{\"payload\":\"0\"}").expect(201);
        var successes = new AtomicInteger();

        inParallel(8, writer -> {
            for (var i = 0; i < WRITES; i++) {
                var read = device.get(item).expect(200);
                var next = Integer.parseInt(read.json().get("payload").asString()) + 1;
                var answer = device.put(
                        item,
                        "{\"payload\":\"" + next + "\"}",
                        "X-If-Unmodified-Since-Version",
                        Long.toString(read.version()));
                successes.addAndGet(answer.status() == 204 ? 1 : 0);
                assertThat(answer.status()).isIn(204, 412);
            }
            return true;
        });

        assertThat(device.get(item).json().get("payload").asString()).isEqualTo(Integer.toString(successes.get()));
    }

    @Test
    void ofManyCreatorsOneSucceeds() throws Exception {
        var statuses = inParallel(
                WRITERS,
                writer -> device.put(
                                device.path20("/storage/col/once"),
                                "{\"payload\":\"\"}",
                                "X-If-Unmodified-Since-Version",
                                "0")
                        .status());

        assertThat(statuses).containsOnlyOnce(201).contains(412).doesNotContain(204, 409, 500);
    }

    @Test
    void theHeaderOfAReadMatchesItsRows() throws Exception {
        var col = device.path20("/storage/col");
        device.post(col, "[{\"id\":\"a\"},{\"id\":\"b\"}]").expect(200);

        inParallel(8, index -> {
            for (var i = 0; i < WRITES; i++) {
                if (index % 2 == 0) {
                    device.post(col, "[{\"id\":\"a\",\"payload\":\"" + i + "\"},{\"id\":\"b\"}]")
                            .expect(200);
                } else {
                    var read = device.get(col + "?full=1").expect(200);
                    assertThat(read.json().at("/items/0/version").asLong()).isEqualTo(read.version());
                    assertThat(read.json().at("/items/1/version").asLong()).isEqualTo(read.version());
                }
            }
            return true;
        });
    }

    @Test
    void aClockThatIsSetBackDoesNotTurnVersionsBack() {
        var col = device.path20("/storage/col");
        clock.advance(Duration.ofDays(2));
        var before = device.post(col, "[{\"id\":\"a\"}]").version();
        clock.reset();

        var after = device.post(col, "[{\"id\":\"b\"}]").version();

        assertThat(after).isEqualTo(before + 1);
        assertThat(device.delete(col).version()).isEqualTo(before + 2);
        assertThat(device.get(device.path20("/info/collections")).number("X-Timestamp"))
                .isEqualTo((before + 2) * 10);
    }

    private interface IndexedCall<T> {
        T call(int index) throws Exception;
    }
}
