package org.sagrada.service.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;

/** The last hour, looked at each ten seconds, so that the page has plots without anybody's Prometheus. */
class History {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int KEPT = 360;
    private static final double MIB = 1024 * 1024;

    private final MeterRegistry meters;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private Instant lastLook;
    private double lastRequests;
    private double lastFailures;
    private Latencies lastLatencies = Latencies.NONE;

    History(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lastLook = clock.instant();
    }

    /** The samples there are, oldest first. */
    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Scheduled(fixedRateString = "PT10S", initialDelayString = "PT10S")
    synchronized void look() {
        var now = clock.instant();
        var timers = meters.find("http.server.requests").timers();
        var requests = count(timers);
        var failures = count(timers.stream().filter(History::failed).toList());
        var latencies = Latencies.of(timers);
        var recent = latencies.since(lastLatencies);
        var seconds = Math.max(Duration.between(lastLook, now).toMillis(), INTERVAL.toMillis() / 10) / 1000.0;
        samples.addLast(new Sample(
                now,
                (requests - lastRequests) / seconds,
                (failures - lastFailures) / seconds,
                recent.quantile(0.5),
                recent.quantile(0.99),
                gauge("hikaricp.connections.active"),
                gauge("hikaricp.connections.pending"),
                gauge("jvm.memory.used", "area", "heap") / MIB,
                gauge("process.cpu.usage") * 100));
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
        lastLook = now;
        lastRequests = requests;
        lastFailures = failures;
        lastLatencies = latencies;
    }

    private static double count(Collection<Timer> timers) {
        return timers.stream().mapToLong(Timer::count).sum();
    }

    private static boolean failed(Timer timer) {
        var status = timer.getId().getTag("status");
        return status != null && status.startsWith("5");
    }

    private double gauge(String name, String... tags) {
        return meters.find(name).tags(tags).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
