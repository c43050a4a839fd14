package org.sagrada.loadtest.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one side of a comparison did so far. One worker writes it, or several after one another. */
public final class Tally {

    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(DIGITS);
    private long failures;
    private double seconds;
    private @Nullable String firstFailure;

    void succeeded(long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void failed(Exception cause) {
        failures++;
        if (firstFailure == null) {
            firstFailure = cause.toString();
        }
    }

    void lasted(double more) {
        seconds += more;
    }

    void add(Tally other) {
        micros.add(other.micros);
        failures += other.failures;
        seconds += other.seconds;
        if (firstFailure == null) {
            firstFailure = other.firstFailure;
        }
    }

    /** The figures of all that was tallied; a rate of 0 when nothing was. */
    public Figures figures() {
        var calls = micros.getTotalCount();
        return new Figures(
                calls,
                failures,
                seconds == 0 ? 0 : calls / seconds,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                firstFailure);
    }
}
