package org.sagrada.loadtest.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sagrada.loadtest.report.Setup;

/**
 * How much is measured.
 *
 * @param side how long each side runs in each case
 * @param warmUp how long it runs before, uncounted
 */
record Plan(
        int users, int connections, Duration side, Duration warmUp, Protocol protocol, List<Case> cases, Clock clock) {

    Plan {
        if (users < 1 || connections < 1 || !side.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException("--users, --connections and --seconds must be more than 0");
        }
    }

    Setup setup(URI target) {
        return new Setup(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                target.toString(),
                protocol.path(),
                users,
                connections,
                side.toMillis() / 1000.0,
                Runtime.getRuntime().availableProcessors());
    }
}
