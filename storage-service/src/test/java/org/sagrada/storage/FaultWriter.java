package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a few records at a time, under new ids each time, and remembers which writes were acknowledged. */
final class FaultWriter {

    private final Device device;
    private final String name;
    private final int records;
    private final AtomicInteger attempts = new AtomicInteger();
    private final Map<Integer, Long> acknowledged = new ConcurrentSkipListMap<>();

    FaultWriter(Device device, String name, int records) {
        this.device = device;
        this.name = name;
        this.records = records;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    void writeUntil(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            var attempt = attempts.getAndIncrement();
            try {
                var answer = device.post(device.path20("/storage/col"), body(attempt));
                if (answer.status() == 200) {
                    acknowledged.put(attempt, answer.version());
                } else {
                    assertThat(answer.status()).as(answer.toString()).isIn(409, 503);
                }
            } catch (UncheckedIOException e) {
                // The service is dead: whether the write was done is not known.
                assertThat(e.getCause()).isNotNull();
            }
        }
    }

    /** Checks what is stored against what was acknowledged, and gives the versions of this writer's writes. */
    List<Long> verify(Map<String, Long> stored) {
        var versions = new ArrayList<Long>();
        for (var attempt = 0; attempt < attempts.get(); attempt++) {
            var found = ids(attempt).stream()
                    .filter(stored::containsKey)
                    .map(stored::get)
                    .toList();
            assertThat(found.size())
                    .as("records of write %s of %s", attempt, name)
                    .isIn(0, records);
            assertThat(found.stream().distinct().count()).isLessThanOrEqualTo(1);
            if (acknowledged.containsKey(attempt)) {
                assertThat(found).as("write %s of %s", attempt, name).contains(acknowledged.get(attempt));
            }
            found.stream().findFirst().ifPresent(versions::add);
        }
        assertThat(versions).isSorted();
        return versions;
    }

    private List<String> ids(int attempt) {
        return IntStream.range(0, records)
                .mapToObj(i -> name + "-" + attempt + "-" + i)
                .toList();
    }

    private String body(int attempt) {
        return ids(attempt).stream()
                .map(id -> "{\"id\":\"" + id + "\",\"payload\":\"" + attempt + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
