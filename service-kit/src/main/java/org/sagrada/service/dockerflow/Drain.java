package org.sagrada.service.dockerflow;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the service answering for a while after it was told to stop. By then it no longer accepts traffic by its own word, which
 * load balancers read from {@code /__lbheartbeat__}; only afterwards does the web server close its door.
 */
final class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Drain(Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
