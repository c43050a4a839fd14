package org.sagrada.pidp.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for its receiver.
 *
 * @param jti its name, by which a receiver knows a repetition
 * @param events the {@code events} claim as JSON
 * @param traceparent of the request that made it, if that was traced
 */
record OutgoingEvent(
        long sequence,
        String jti,
        String uid,
        String events,
        Instant createdAt,
        @Nullable String traceparent) {}
