package org.sagrada.pidp.event;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Pushes events to their receivers, to each by itself: one that hangs keeps nobody else waiting. */
@Component
class EventDispatcher implements AutoCloseable {

    private final List<Delivery> deliveries;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EventDispatcher(EventReceivers receivers, EventQueue queue, EventPush push, Clock clock) {
        var process = UUID.randomUUID().toString();
        this.deliveries = receivers.all().stream()
                .map(receiver -> new Delivery(receiver, queue, push, process, clock))
                .toList();
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    void dispatch() {
        deliveries.forEach(delivery -> delivery.start(threads));
    }

    /** What is on its way is cut short; the receiver gets it again and knows it by its name. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
