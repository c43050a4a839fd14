package org.sagrada.pidp.auth;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signed requests are checked.
 *
 * @param window how far a request's time may be from ours; a refusal (errno 111) tells the client our time
 */
public record HawkSettings(@DefaultValue("15m") Duration window) {

    /** Refuses a window in which no request could pass. */
    public HawkSettings {
        if (window.compareTo(Duration.ofSeconds(10)) < 0) {
            throw new IllegalArgumentException("sagrada.pidp.hawk.window must be at least 10s");
        }
    }
}
