package org.sagrada.pidp.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.service.trace.TraceParent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pushes events to their receivers, each receiver's in their order and each until it was taken. One that is away is asked again
 * after a pause that grows to some seconds; nothing is ever dropped. An event that its receiver refuses holds up its own account's
 * later ones and nobody else's.
 */
@Component
class EventDispatcher {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int AT_ONCE = 50;
    /** Statuses that say something about one event, not about the receiver. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, 413, 422);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final EventReceivers receivers;
    private final EventTokens tokens;
    private final TransactionOperations transaction;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Map<String, Pause> pauses = new HashMap<>();

    EventDispatcher(
            JdbcClient database,
            EventReceivers receivers,
            EventTokens tokens,
            TransactionOperations transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.receivers = receivers;
        this.tokens = tokens;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    void dispatch() {
        for (var receiver : receivers.all()) {
            var pause = pauses.getOrDefault(receiver.url().toString(), Pause.NONE);
            if (clock.instant().isBefore(pause.until())) {
                continue;
            }
            var allTaken = transaction.execute(status -> dispatch(receiver));
            if (allTaken) {
                pauses.remove(receiver.url().toString());
            } else {
                pauses.put(receiver.url().toString(), pause.longer(clock.instant()));
            }
        }
    }

    private boolean dispatch(EventReceiver receiver) {
        // One process at a time for a receiver: two would break the order.
        var mine = database.sql("SELECT pg_try_advisory_xact_lock(hashtext(:name))")
                .param("name", "sagrada.pidp.event " + receiver.url())
                .query(Boolean.class)
                .single();
        if (!mine) {
            return true;
        }
        var refused = new HashSet<String>();
        for (var event : waiting(receiver)) {
            if (refused.contains(event.uid())) {
                continue;
            }
            var outcome = push(receiver, event);
            metrics.counter(
                            "sagrada.pidp.event.pushes",
                            "receiver",
                            receiver.url().toString(),
                            "outcome",
                            outcome.name().toLowerCase(Locale.ROOT))
                    .increment();
            switch (outcome) {
                case TAKEN -> forget(event);
                case REFUSED -> refused.add(event.uid());
                case AWAY -> {
                    return false;
                }
            }
        }
        return refused.isEmpty();
    }

    private void forget(OutgoingEvent event) {
        database.sql("DELETE FROM event WHERE sequence = :sequence")
                .param("sequence", event.sequence())
                .update();
    }

    private List<OutgoingEvent> waiting(EventReceiver receiver) {
        return database.sql("""
                        SELECT sequence, jti, uid, events, created_at, traceparent
                        FROM event WHERE receiver = :receiver ORDER BY sequence LIMIT :limit
                        """)
                .param("receiver", receiver.url().toString())
                .param("limit", AT_ONCE)
                .query((row, index) -> new OutgoingEvent(
                        row.getLong("sequence"),
                        row.getString("jti"),
                        row.getString("uid"),
                        row.getString("events"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("traceparent")))
                .list();
    }

    private Outcome push(EventReceiver receiver, OutgoingEvent event) {
        var token = tokens.sign(receiver, event);
        var request = HttpRequest.newBuilder(receiver.url())
                .timeout(TIMEOUT)
                .header("Content-Type", AccountEvent.MEDIA_TYPE)
                .header("Accept", "application/json")
                // Receivers that follow the webhook of Firefox accounts read it here, those of RFC 8935 in the body.
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(token));
        if (event.traceparent() != null) {
            request.header(TraceParent.HEADER, event.traceparent());
        }
        try {
            var status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                return Outcome.TAKEN;
            }
            log.warn("{} refused event {} with {}; trying again", receiver.url(), event.jti(), status);
            return REFUSALS.contains(status) ? Outcome.REFUSED : Outcome.AWAY;
        } catch (IOException e) {
            log.warn("{} cannot be reached ({}); trying again", receiver.url(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Outcome.AWAY;
    }

    private enum Outcome {
        TAKEN,
        REFUSED,
        AWAY
    }

    private record Pause(Instant until, Duration length) {

        static final Pause NONE = new Pause(Instant.EPOCH, SHORTEST_PAUSE.dividedBy(2));

        Pause longer(Instant now) {
            var doubled = length.multipliedBy(2);
            var next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return new Pause(now.plus(next), next);
        }
    }
}
