package org.sagrada.token.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How operators come in, and what they cause.
 *
 * @param token the secret that administration asks for; not given: there is no administration over HTTP
 * @param drainPerSecond how many users a second leave a node that is drained
 */
public record AdminSettings(
        @Nullable String token, @DefaultValue("10") int drainPerSecond) {

    private static final int SHORTEST_TOKEN = 16;

    /** Checks the values. */
    public AdminSettings {
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("sagrada.token.admin.token needs " + SHORTEST_TOKEN
                    + " characters or more; for a good one: openssl rand -hex 32");
        }
        if (drainPerSecond < 1) {
            throw new IllegalArgumentException("sagrada.token.admin.drain-per-second must be more than 0");
        }
    }

    @Override
    public String toString() {
        return "AdminSettings[redacted]";
    }
}
