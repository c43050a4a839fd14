package org.sagrada.pidp.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What one receiver is told: its events in their order, each until it was taken. One that is away is asked again after a pause that
 * grows to some seconds; nothing is ever dropped. An event that its receiver refuses holds up its own account's later ones and nobody else's.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Longer than a push, before which it is renewed: so only a process that died lets it run out. */
    private static final Duration HOLD = EventPush.LONGEST.multipliedBy(2);

    private final EventReceiver receiver;
    private final EventQueue queue;
    private final EventPush push;
    private final String process;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Instant pausedUntil = Instant.EPOCH;
    private volatile Duration pause = Duration.ZERO;

    Delivery(EventReceiver receiver, EventQueue queue, EventPush push, String process, Clock clock) {
        this.receiver = receiver;
        this.queue = queue;
        this.push = push;
        this.process = process;
        this.clock = clock;
    }

    /** Sends what waits, unless that is being done or it is too early; whoever calls does not wait for the receiver. */
    void start(Executor threads) {
        if (!clock.instant().isBefore(pausedUntil) && running.compareAndSet(false, true)) {
            threads.execute(this::run);
        }
    }

    private void run() {
        try {
            if (!queue.isEmpty(receiver) && queue.hold(receiver, process, HOLD)) {
                var allTaken = sendWaiting();
                queue.release(receiver, process);
                pause(allTaken);
            }
        } catch (DataAccessException e) {
            log.warn("Events for {} wait: {}", receiver.url(), e.getMessage());
            pause(false);
        } finally {
            running.set(false);
        }
    }

    private boolean sendWaiting() {
        var refused = new HashSet<String>();
        for (var event : queue.waiting(receiver)) {
            if (refused.contains(event.uid())) {
                continue;
            }
            if (!queue.hold(receiver, process, HOLD)) {
                return true;
            }
            switch (push.push(receiver, event)) {
                case TAKEN -> queue.forget(event);
                case REFUSED -> refused.add(event.uid());
                case AWAY -> {
                    return false;
                }
            }
        }
        return refused.isEmpty();
    }

    private void pause(boolean allTaken) {
        if (allTaken) {
            pause = Duration.ZERO;
            return;
        }
        var doubled = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        pausedUntil = clock.instant().plus(pause);
    }
}
