package org.sagrada.pidp.event;

import java.time.Instant;

/**
 * An event that waits for its receiver.
 *
 * @param jti its name, by which a receiver knows a repetition
 * @param events the {@code events} claim as JSON
 */
record OutgoingEvent(long sequence, String jti, String uid, String events, Instant createdAt) {}
