package org.sagrada.token.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One document, kept: fresh it costs nothing, past that it is still answered while a thread fetches it anew, and while
 * its origin is down the last one counts until it is too old. One fetch at a time.
 *
 * @param <T> the document once parsed
 */
public final class CachedDocument<T> {

    private static final Logger log = LoggerFactory.getLogger(CachedDocument.class);

    private final URI address;
    private final Source<T> source;
    private final FetchSettings settings;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Kept<T> kept;
    private volatile Instant attempted = Instant.MIN;

    /**
     * A document that wasn't fetched yet.
     *
     * @param parser throws an {@link IllegalArgumentException} for what isn't such a document
     */
    public CachedDocument(
            URI address, Function<String, T> parser, Fetcher fetcher, FetchSettings settings, InstantSource clock) {
        this(address, () -> parser.apply(fetcher.get(address)), settings, clock);
    }

    /**
     * One that is had in another way.
     *
     * @param address names it in the log
     */
    public CachedDocument(URI address, Source<T> source, FetchSettings settings, InstantSource clock) {
        this.address = address;
        this.source = source;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How a document is had.
     *
     * @param <T> the document once parsed
     */
    @FunctionalInterface
    public interface Source<T> {

        /** The document now; an {@link IllegalArgumentException} for what isn't one. */
        T fetch() throws IOException;
    }

    /** The document as good as it can be had now; empty when there is none that may still be used. */
    public Optional<T> get() {
        Instant now = clock.instant();
        Kept<T> known = kept;
        if (known != null && known.isYoungerThan(settings.freshFor(), now)) {
            return Optional.of(known.document());
        }
        if (known != null && known.isYoungerThan(settings.usableFor(), now)) {
            if (mayTryAgain(now) && !fetching.isLocked()) {
                Thread.ofVirtual().name("fetch " + address).start(() -> fetch(now));
            }
            return Optional.of(known.document());
        }
        fetch(now);
        known = kept;
        return known != null && known.isYoungerThan(settings.usableFor(), now)
                ? Optional.of(known.document())
                : Optional.empty();
    }

    /** As {@link #get}, after another look at the origin unless there was one a moment ago. */
    public Optional<T> getAnew() {
        fetch(clock.instant());
        return get();
    }

    /** Whether the document may have changed without our knowing: the last look at its origin brought nothing. */
    public boolean isInDoubt() {
        Kept<T> known = kept;
        return known == null || known.since().isBefore(attempted);
    }

    private void fetch(Instant now) {
        fetching.lock();
        try {
            if (!mayTryAgain(now)) {
                return;
            }
            attempted = now;
            kept = new Kept<>(source.fetch(), now);
        } catch (IOException | IllegalArgumentException failed) {
            log.warn("{} can't be had: {}", address, failed.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private boolean mayTryAgain(Instant now) {
        return !attempted.isAfter(now.minus(settings.pause()));
    }

    private record Kept<T>(T document, Instant since) {

        boolean isYoungerThan(Duration age, Instant now) {
            return since.isAfter(now.minus(age));
        }
    }
}
