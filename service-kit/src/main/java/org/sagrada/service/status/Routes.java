package org.sagrada.service.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What was asked since the start, route by route: how often, how it ended, how long it took. */
final class Routes implements StatusSection {

    private static final int SHOWN = 20;

    private final MeterRegistry meters;

    Routes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public StatusTable now() {
        Map<String, List<Timer>> routes = new TreeMap<>();
        for (var timer : meters.find("http.server.requests").timers()) {
            var route = timer.getId().getTag("method") + " " + timer.getId().getTag("uri");
            routes.computeIfAbsent(route, name -> new ArrayList<>()).add(timer);
        }
        var rows = routes.entrySet().stream()
                .sorted(Comparator.comparingLong(route -> -count(route.getValue(), "")))
                .limit(SHOWN)
                .map(route -> row(route.getKey(), route.getValue()))
                .toList();
        return new StatusTable(
                "Requests since the start",
                List.of("route", "all", "2xx and 3xx", "4xx", "5xx", "median ms", "p99 ms", "slowest ms lately"),
                rows);
    }

    private static List<String> row(String route, List<Timer> timers) {
        var latencies = Latencies.of(timers);
        var slowest = timers.stream()
                .mapToDouble(timer -> timer.max(TimeUnit.MILLISECONDS))
                .max()
                .orElse(0);
        return List.of(
                route,
                Long.toString(count(timers, "")),
                Long.toString(count(timers, "2") + count(timers, "3")),
                Long.toString(count(timers, "4")),
                Long.toString(count(timers, "5")),
                ms(latencies.quantile(0.5)),
                ms(latencies.quantile(0.99)),
                ms(slowest));
    }

    private static long count(Collection<Timer> timers, String statuses) {
        return timers.stream()
                .filter(timer -> Objects.requireNonNullElse(timer.getId().getTag("status"), "")
                        .startsWith(statuses))
                .mapToLong(Timer::count)
                .sum();
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
