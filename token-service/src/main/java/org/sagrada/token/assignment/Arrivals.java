package org.sagrada.token.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many came from where in the present window. What isn't counted any more is forgotten with its window. */
final class Arrivals {

    /** So that an attacker with many addresses can't fill the memory; the oldest are forgotten first. */
    private static final int MOST_ORIGINS = 100_000;

    private final int limit;
    private final Duration window;
    private final Map<String, Integer> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_ORIGINS;
        }
    };

    private Instant windowEnds = Instant.MIN;

    Arrivals(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    synchronized boolean areTooMany(String origin, Instant now) {
        turn(now);
        return counts.getOrDefault(origin, 0) >= limit;
    }

    synchronized void count(String origin, Instant now) {
        turn(now);
        counts.merge(origin, 1, Integer::sum);
    }

    private void turn(Instant now) {
        if (!now.isBefore(windowEnds)) {
            counts.clear();
            windowEnds = now.plus(window);
        }
    }
}
