package org.sagrada.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MetricsIT extends ServiceTest {

    private static final long T = 1_700_000_000_000L;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void countsTokensRefusalsVerificationsAndFetches() {
        long issued = count("sagrada.token.issued");
        long refused = count("sagrada.token.refusals");
        long verified = metrics.get("sagrada.token.verification")
                .tag("credential", "browserid")
                .timer()
                .count();

        token(ISSUER.user("alice", T, T).authorization(), "X-Client-State", "aaaa");
        token(ISSUER.user("alice", T - 5, T).authorization(), "X-Client-State", "aaaa");

        assertThat(count("sagrada.token.issued")).isEqualTo(issued + 1);
        assertThat(count("sagrada.token.refusals")).isEqualTo(refused + 1);
        assertThat(metrics.get("sagrada.token.verification")
                        .tag("credential", "browserid")
                        .timer()
                        .count())
                .isEqualTo(verified + 2);
        assertThat(metrics.get("sagrada.token.fetches")
                        .tag("status", "200")
                        .timer()
                        .count())
                .isPositive();
        assertThat(metrics.get("sagrada.token.purge.lag").timeGauge().value()).isZero();
    }

    private long count(String name) {
        return (long) metrics.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
