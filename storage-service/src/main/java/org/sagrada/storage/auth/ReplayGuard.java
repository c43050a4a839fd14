package org.sagrada.storage.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sagrada.model.crypto.Sha256;

/**
 * Remembers nonces for as long as their time is inside the clock window. The memory is bounded: when it is full, the oldest
 * span of time is forgotten and requests of that span or before are refused from then on, so that nothing is accepted twice.
 */
final class ReplayGuard {

    private static final int SPANS = 32;

    private final InstantSource clock;
    private final long windowSeconds;
    private final long spanSeconds;
    private final int capacity;
    private final TreeMap<Long, Set<Long>> spans = new TreeMap<>();
    private long firstSpan = Long.MIN_VALUE;
    private int size;

    ReplayGuard(InstantSource clock, Duration window, int capacity) {
        this.clock = clock;
        this.windowSeconds = window.toSeconds();
        this.spanSeconds = Math.max(1, 2 * windowSeconds / SPANS);
        this.capacity = capacity;
    }

    /** Whether this nonce is used for the first time; it counts as used from now on. */
    boolean isFirstUse(long user, long ts, String nonce) {
        var span = Math.floorDiv(ts, spanSeconds);
        var mark = mark(user, ts, nonce);
        synchronized (spans) {
            forgetThoseOutsideTheWindow();
            if (span < firstSpan
                    || !spans.computeIfAbsent(span, none -> new HashSet<>()).add(mark)) {
                return false;
            }
            size++;
            if (size > capacity) {
                var oldest = spans.firstEntry();
                firstSpan = oldest.getKey() + 1;
                forget(oldest);
            }
            return true;
        }
    }

    /** 64 bits of a hash: two of a million nonces coincide once in tens of millions of such sets. */
    private static Long mark(long user, long ts, String nonce) {
        var text = (user + "\n" + ts + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sha256.hash(text)).getLong();
    }

    /** What is outside the window is refused for its time, so nothing else needs to be kept of it. */
    private void forgetThoseOutsideTheWindow() {
        var oldest = Math.floorDiv(clock.instant().getEpochSecond() - windowSeconds, spanSeconds);
        for (var first = spans.firstEntry(); first != null && first.getKey() < oldest; first = spans.firstEntry()) {
            forget(first);
        }
    }

    private void forget(Map.Entry<Long, Set<Long>> span) {
        spans.remove(span.getKey());
        size -= span.getValue().size();
    }
}
