package org.sagrada.token.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.token.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes events as they are pushed: the token in the body (RFC 8935) or, as Firefox accounts do it, in the header
 * {@code Authorization}.
 */
@RestController
class EventController {

    private static final Logger log = LoggerFactory.getLogger(EventController.class);
    private static final String BEARER = "Bearer ";

    private final EventTokens tokens;
    private final AccountEvents events;
    private final MeterRegistry metrics;
    private final Clock clock;

    EventController(EventTokens tokens, AccountEvents events, MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        this.tokens = tokens;
        this.events = events;
        this.metrics = metrics;
    }

    @PostMapping({"/1.0/webhooks/fxa/events", "/token/1.0/webhooks/fxa/events"})
    void take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody(required = false) byte @Nullable [] body) {
        EventMessage message = tokens.verify(token(authorization, body));
        events.apply(message);
        log.info("Applied {}", message);
        for (AccountEvent event : message.changeTimes().keySet()) {
            metrics.counter("sagrada.token.events", "event", event.name()).increment();
        }
        if (message.issuedAt() > 0) {
            metrics.timer("sagrada.token.event.lag")
                    .record(Duration.ofMillis(Math.max(clock.millis() - message.issuedAt(), 0)));
        }
    }

    private static String token(@Nullable String authorization, byte @Nullable [] body) {
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        if (body != null && body.length > 0) {
            return new String(body, US_ASCII).strip();
        }
        throw Refusal.unauthorized("invalid-credentials", "event-missing", "neither in the header nor in the body")
                .toException();
    }
}
