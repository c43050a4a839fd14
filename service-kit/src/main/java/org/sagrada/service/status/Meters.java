package org.sagrada.service.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The service's own meters, those under {@code sagrada}: refusals by reason, queues, lags. */
final class Meters implements StatusSection {

    private static final String COMMON = "application";

    private final MeterRegistry meters;

    Meters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public StatusTable now() {
        var rows = meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("sagrada."))
                .map(meter -> List.of(meter.getId().getName(), tags(meter.getId()), value(meter)))
                .sorted(Comparator.comparing((List<String> row) -> row.get(0)).thenComparing(row -> row.get(1)))
                .toList();
        return new StatusTable("Meters", List.of("meter", "of", "value"), rows);
    }

    private static String tags(Meter.Id id) {
        return id.getTags().stream()
                .filter(tag -> !tag.getKey().equals(COMMON))
                .map(tag -> tag.getKey() + " " + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String value(Meter meter) {
        return switch (meter) {
            case Counter counter -> number(counter.count());
            case Gauge gauge -> number(gauge.value());
            case Timer timer ->
                String.format(Locale.ROOT, "%d, %.1f ms each", timer.count(), timer.mean(TimeUnit.MILLISECONDS));
            default ->
                String.format(
                        Locale.ROOT, "%.0f", meter.measure().iterator().next().getValue());
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
