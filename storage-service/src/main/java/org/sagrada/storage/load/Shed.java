package org.sagrada.storage.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the requests that were refused for load. */
@Component
final class Shed {

    private final Counter counter;

    Shed(MeterRegistry meters) {
        this.counter = Counter.builder("sagrada.storage.shed")
                .description("Requests refused with 503 because of too much work in flight")
                .register(meters);
    }

    void count() {
        counter.increment();
    }
}
