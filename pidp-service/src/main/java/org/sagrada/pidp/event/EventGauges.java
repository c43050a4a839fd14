package org.sagrada.pidp.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many events wait for each receiver and for how long the oldest of them has, a few seconds old. */
@Component
class EventGauges {

    private final WaitingEvents events;
    private final EventReceivers receivers;
    private final MultiGauge waiting;
    private final MultiGauge lags;
    private final Clock clock;

    EventGauges(WaitingEvents events, EventReceivers receivers, MeterRegistry metrics, Clock clock) {
        this.events = events;
        this.receivers = receivers;
        this.waiting = MultiGauge.builder("sagrada.pidp.event.waiting").register(metrics);
        this.lags =
                MultiGauge.builder("sagrada.pidp.event.lag").baseUnit("seconds").register(metrics);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void refresh() {
        var byUrl =
                events.byReceiver().stream().collect(Collectors.toMap(WaitingEvents.Waiting::receiver, found -> found));
        var now = clock.instant();
        var waitingRows = new ArrayList<Row<?>>();
        var lagRows = new ArrayList<Row<?>>();
        for (var receiver : receivers.all()) {
            var url = receiver.url().toString();
            var found = byUrl.getOrDefault(url, new WaitingEvents.Waiting(url, 0, now));
            waitingRows.add(Row.of(Tags.of("receiver", url), found.events()));
            lagRows.add(Row.of(
                    Tags.of("receiver", url),
                    Duration.between(found.oldest(), now).toSeconds()));
        }
        waiting.register(waitingRows, true);
        lags.register(lagRows, true);
    }
}
