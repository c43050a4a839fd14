package org.sagrada.token.purge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes a batch at a time, those of deleted and reset accounts first. What fails is tried again, later each time, and
 * never holds up the others.
 */
@Component
class PurgeJob {

    private static final Logger log = LoggerFactory.getLogger(PurgeJob.class);

    private final PurgeTable table;
    private final NodeEraser eraser;
    private final PurgeSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    PurgeJob(PurgeTable table, NodeEraser eraser, PurgeSettings settings, Clock clock, MeterRegistry metrics) {
        this.table = table;
        this.eraser = eraser;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        metrics.gauge("sagrada.token.purge.backlog", table, PurgeTable::waiting);
        TimeGauge.builder(
                        "sagrada.token.purge.lag",
                        table,
                        TimeUnit.MILLISECONDS,
                        purges -> purges.lag(clock.millis(), settings.grace()))
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "${sagrada.token.purge.pause:500ms}")
    void purge() {
        List<DueRecord> due = table.claim(
                clock.millis(),
                settings.grace(),
                settings.batch(),
                settings.timeout().multipliedBy(3));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(record -> threads.execute(() -> purge(record)));
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        int forgotten = table.forget(clock.millis() - settings.forgetAfter().toMillis());
        if (forgotten > 0) {
            log.info("Forgot {} replaced records", forgotten);
        }
    }

    private void purge(DueRecord record) {
        try {
            eraser.erase(record);
            table.deleted(record.uid(), clock.millis());
            count("deleted");
            log.info("Deleted the data of {}", record);
        } catch (IOException failed) {
            table.postpone(record.uid(), clock.millis() + pauseAfter(record.attempts()));
            count("failed");
            log.warn("Can't delete the data of {} now: {}", record, failed.toString());
        }
    }

    private long pauseAfter(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return Math.min(doubled.toMillis(), settings.longestRetry().toMillis());
    }

    private void count(String outcome) {
        metrics.counter("sagrada.token.purge", "outcome", outcome).increment();
    }
}
