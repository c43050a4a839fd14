package org.sagrada.pidp.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.service.trace.TraceParent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one event to one receiver (RFC 8935). */
@Component
class EventPush {

    /** No push takes longer, connecting and answering together. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(EventPush.class);
    private static final Duration TIMEOUT = LONGEST.dividedBy(2);
    /** Statuses that say something about one event, not about the receiver. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, 413, 422);

    private final EventTokens tokens;
    private final MeterRegistry metrics;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    EventPush(EventTokens tokens, MeterRegistry metrics) {
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /** What became of an event. */
    enum Outcome {
        TAKEN,
        REFUSED,
        AWAY
    }

    Outcome push(EventReceiver receiver, OutgoingEvent event) {
        var outcome = send(receiver, event);
        metrics.counter(
                        "sagrada.pidp.event.pushes",
                        "receiver",
                        receiver.url().toString(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
        return outcome;
    }

    private Outcome send(EventReceiver receiver, OutgoingEvent event) {
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
}
