package org.sagrada.loadtest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void tellsRateAndTimesOfAllThatWasAdded() {
        var all = new Tally();
        for (var worker = 0; worker < 2; worker++) {
            var one = new Tally();
            for (var millis = 1; millis <= 100; millis++) {
                one.succeeded(TimeUnit.MILLISECONDS.toNanos(millis));
            }
            all.add(one);
        }
        all.lasted(1.5);
        all.lasted(0.5);
        var figures = all.figures();
        assertThat(figures.calls()).isEqualTo(200);
        assertThat(figures.rate()).isEqualTo(100.0);
        assertThat(figures.p50()).isCloseTo(50.0, within(0.1));
        assertThat(figures.p99()).isCloseTo(99.0, within(0.1));
        assertThat(figures.failures()).isZero();
        assertThat(figures.firstFailure()).isNull();
    }

    @Test
    void countsFailuresApartAndKeepsTheFirst() {
        var tally = new Tally();
        tally.failed(new IOException("first"));
        tally.failed(new IOException("second"));
        tally.lasted(1);
        assertThat(tally.figures().calls()).isZero();
        assertThat(tally.figures().rate()).isZero();
        assertThat(tally.figures().failures()).isEqualTo(2);
        assertThat(tally.figures().firstFailure()).contains("first");
    }

    @Test
    void aLoopWithoutTimeLetsEachWorkerCallOnceAndCountsItsFailure() throws InterruptedException {
        var tally = new Tally();
        var loop = new ClosedLoop(new SplittableRandom(1));
        Call good = random -> {};
        Call bad = random -> {
            throw new IOException("refused");
        };
        loop.run(List.of(good, bad), Duration.ZERO, tally);
        assertThat(tally.figures().calls()).isEqualTo(1);
        assertThat(tally.figures().failures()).isEqualTo(1);
        assertThat(tally.figures().rate()).isPositive();
    }
}
