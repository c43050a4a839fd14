package org.sagrada.service.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final double MS = 1e6;
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void saysNothingOfNoRequests() {
        assertThat(Latencies.NONE.quantile(0.5)).isZero();
    }

    @Test
    void dividesABucketAmongItsRequests() {
        var latencies = latencies(Map.of(10 * MS, 0.0, 20 * MS, 100.0, Double.POSITIVE_INFINITY, 100.0));

        assertThat(latencies.quantile(0.5)).isEqualTo(15, CLOSE);
    }

    @Test
    void endsAtTheLargestBound() {
        var latencies = latencies(Map.of(10 * MS, 1.0, Double.POSITIVE_INFINITY, 2.0));

        assertThat(latencies.quantile(0.99)).isEqualTo(10, CLOSE);
    }

    @Test
    void countsOnlyWhatCameAfterAnEarlierLook() {
        var before = latencies(Map.of(10 * MS, 100.0, 20 * MS, 100.0));
        var now = latencies(Map.of(10 * MS, 100.0, 20 * MS, 110.0));

        assertThat(now.since(before).quantile(1)).isEqualTo(20, CLOSE);
    }

    private static Latencies latencies(Map<Double, Double> upTo) {
        return new Latencies(new TreeMap<>(upTo));
    }
}
