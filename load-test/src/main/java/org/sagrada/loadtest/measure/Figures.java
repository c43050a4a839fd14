package org.sagrada.loadtest.measure;

import org.jspecify.annotations.Nullable;

/**
 * How one side of a comparison did.
 *
 * @param calls that succeeded
 * @param rate of calls that succeeded, in 1/s, over all workers
 * @param p50 the median time of a call, in ms
 * @param p99 in ms
 * @param firstFailure what the first failed call met with; null when none failed
 */
public record Figures(
        long calls,
        long failures,
        double rate,
        double p50,
        double p99,
        @Nullable String firstFailure) {}
