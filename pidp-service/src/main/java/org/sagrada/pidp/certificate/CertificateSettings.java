package org.sagrada.pidp.certificate;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How certificates are signed.
 *
 * @param longestDuration the longest life of a certificate; a client that asks for more is refused
 * @param publishAhead how long a new key is published before it signs, so that verifiers with a cached document know it
 */
public record CertificateSettings(
        @DefaultValue("24h") Duration longestDuration,
        @DefaultValue("10m") Duration publishAhead) {

    private static final Duration PROTOCOL_LIMIT = Duration.ofHours(24);

    /** Refuses what the protocol forbids. */
    public CertificateSettings {
        if (longestDuration.compareTo(PROTOCOL_LIMIT) > 0 || longestDuration.toMillis() < 1) {
            throw new IllegalArgumentException("sagrada.pidp.certificate.longest-duration must be at most 24h");
        }
        if (publishAhead.isNegative()) {
            throw new IllegalArgumentException("sagrada.pidp.certificate.publish-ahead must not be negative");
        }
    }
}
