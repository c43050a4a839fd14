package org.sagrada.client.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Keeps away from servers that asked for it. {@code Retry-After} with 503 means silence: requests to that server are refused
 * here until it is over. {@code X-Backoff} means that what is under way may be finished and nothing new begun: whoever begins
 * something asks {@link #until} first.
 */
public final class BackOff {

    /** However long a server asks for, a client comes back after this. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final double SPREAD = 0.1;

    private final InstantSource clock;
    private final Random random;
    private final BackOffMemory memory;

    /**
     * A back-off by the device's clock.
     *
     * @param random spreads the returns of many clients
     * @param memory shared by all that should keep away together
     */
    public BackOff(InstantSource clock, Random random, BackOffMemory memory) {
        this.clock = clock;
        this.random = random;
        this.memory = memory;
    }

    /** Until when nothing new may be begun with a server; empty if it may be now. */
    public Optional<Instant> until(URI server) {
        Waits waits = memory.get(host(server));
        return Optional.of(waits.rest().isAfter(waits.silence()) ? waits.rest() : waits.silence())
                .filter(clock.instant()::isBefore);
    }

    /** Throws if the server asked for silence. */
    void expectWelcome(URI server) {
        Instant silence = memory.get(host(server)).silence();
        if (clock.instant().isBefore(silence)) {
            throw new BackingOffException(host(server), silence);
        }
    }

    void learn(URI server, int status, HttpHeaders headers) {
        // 409 and 429 carry Retry-After too, but are about one request or one account: that is for the caller to heed.
        Duration silence = status == 503 ? retryAfter(headers) : null;
        Duration rest = longer(seconds(headers, "X-Backoff"), seconds(headers, "X-Weave-Backoff"));
        if (silence != null || rest != null) {
            Waits asked = new Waits(end(silence), end(rest));
            memory.update(host(server), asked::longer);
        }
    }

    private Instant end(@Nullable Duration wait) {
        if (wait == null) {
            return Instant.EPOCH;
        }
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        long more = (long) (bounded.toMillis() * SPREAD * random.nextDouble());
        return clock.instant().plus(bounded).plusMillis(more);
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        Duration wait = seconds(headers, "Retry-After");
        if (wait != null) {
            return wait;
        }
        return headers.get("Retry-After").map(this::untilDate).orElse(null);
    }

    private @Nullable Duration untilDate(String text) {
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            Duration wait = Duration.between(clock.instant(), date);
            return wait.isNegative() ? null : wait;
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    private static @Nullable Duration seconds(HttpHeaders headers, String name) {
        OptionalLong seconds = headers.number(name);
        return seconds.isPresent() ? Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST.toSeconds())) : null;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || (other != null && other.compareTo(one) > 0)) {
            return other;
        }
        return one;
    }

    private static String host(URI server) {
        return server.getRawAuthority();
    }

    /**
     * What a server asked for.
     *
     * @param silence nothing until then
     * @param rest nothing new until then
     */
    public record Waits(Instant silence, Instant rest) {

        /** Nothing was asked for. */
        public static final Waits NONE = new Waits(Instant.EPOCH, Instant.EPOCH);

        Waits longer(Waits other) {
            return new Waits(
                    silence.isAfter(other.silence) ? silence : other.silence,
                    rest.isAfter(other.rest) ? rest : other.rest);
        }
    }
}
