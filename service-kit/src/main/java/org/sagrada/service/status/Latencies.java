package org.sagrada.service.status;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests took, as a histogram.
 *
 * @param upTo how many took at most so long (ns), for each bound; cumulative
 */
record Latencies(NavigableMap<Double, Double> upTo) {

    static final Latencies NONE = new Latencies(new TreeMap<>());

    /** All that the timers have counted since the start. */
    static Latencies of(Collection<Timer> timers) {
        var upTo = new TreeMap<Double, Double>();
        for (var timer : timers) {
            for (var bucket : timer.takeSnapshot().histogramCounts()) {
                upTo.merge(bucket.bucket(TimeUnit.NANOSECONDS), bucket.count(), Double::sum);
            }
        }
        return new Latencies(upTo);
    }

    /** What was counted after an earlier look. */
    Latencies since(Latencies earlier) {
        var upTo = new TreeMap<Double, Double>();
        this.upTo.forEach((bound, count) -> upTo.put(bound, count - earlier.upTo.getOrDefault(bound, 0.0)));
        return new Latencies(upTo);
    }

    /**
     * The time (ms) within which a share of the requests was answered, interpolated within its bucket; 0 when there were none,
     * the largest bound when it took longer than that.
     */
    double quantile(double share) {
        if (upTo.isEmpty()) {
            return 0;
        }
        var wanted = share * upTo.lastEntry().getValue();
        if (wanted <= 0) {
            return 0;
        }
        double bound = 0;
        double below = 0;
        for (var bucket : upTo.entrySet()) {
            if (bucket.getValue() >= wanted) {
                if (Double.isInfinite(bucket.getKey())) {
                    break;
                }
                var part = (wanted - below) / (bucket.getValue() - below);
                return ms(bound + part * (bucket.getKey() - bound));
            }
            bound = bucket.getKey();
            below = bucket.getValue();
        }
        return ms(bound);
    }

    private static double ms(double nanos) {
        return nanos / Duration.ofMillis(1).toNanos();
    }
}
