package org.sagrada.client.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time as one server has it. Signatures and assertions are judged by the server's clock, so a device whose own clock is
 * wrong must go by that one; every answer tells it.
 */
public final class ServerClock implements InstantSource {

    /** Less than this is the way of the answer and the header's whole seconds. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final long SMALLEST_MILLISECONDS = 100_000_000_000L;

    private final InstantSource ownClock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public ServerClock(InstantSource ownClock) {
        this.ownClock = ownClock;
    }

    @Override
    public Instant instant() {
        return ownClock.instant().plus(ahead.get());
    }

    /** How far the server's clock is ahead of the device's. */
    public Duration ahead() {
        return ahead.get();
    }

    /** Takes the time from an answer: {@code X-Timestamp} (s or ms), {@code Timestamp} or {@code X-Weave-Timestamp} (s). */
    public void learn(HttpHeaders headers) {
        OptionalLong time = headers.number("X-Timestamp");
        if (time.isEmpty()) {
            time = headers.number("Timestamp");
        }
        if (time.isEmpty()) {
            time = headers.wholePart("X-Weave-Timestamp");
        }
        if (time.isPresent()) {
            long value = time.getAsLong();
            learn(value < SMALLEST_MILLISECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
        }
    }

    private void learn(Instant serverTime) {
        if (Duration.between(instant(), serverTime).abs().compareTo(TOLERATED) > 0) {
            ahead.set(Duration.between(ownClock.instant(), serverTime));
        }
    }
}
