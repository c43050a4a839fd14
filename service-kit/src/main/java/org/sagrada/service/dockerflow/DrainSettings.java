package org.sagrada.service.dockerflow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key {@code sagrada.drain-time}.
 *
 * @param drainTime how long a process that was told to stop goes on answering while {@code /__lbheartbeat__} says 503, so that a
 *     load balancer can notice; at most 15 s
 */
@ConfigurationProperties("sagrada")
record DrainSettings(@DefaultValue("0s") Duration drainTime) {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    DrainSettings {
        if (drainTime.isNegative() || drainTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "sagrada.drain-time is between 0s and " + LONGEST.toSeconds() + "s, not " + drainTime);
        }
    }
}
