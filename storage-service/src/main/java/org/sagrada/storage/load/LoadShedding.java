package org.sagrada.storage.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.storage.StorageSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses work beyond what memory can hold, at once and without a queue: waiting would only make answers later that clients have
 * given up. Requests and the bytes of their bodies are counted; health checks are always let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class LoadShedding extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final int BYTES_PER_PERMIT = 1024;
    private static final double BUSY = 0.8;

    private final int mostRequests;
    private final int mostBodies;
    private final Semaphore requests;
    private final Semaphore bodies;
    private final int largestBody;
    private final String backoff;
    private final Shed shed;

    LoadShedding(StorageSettings settings, Shed shed, MeterRegistry meters) {
        this.mostRequests = settings.load().requests();
        this.mostBodies = Math.toIntExact(settings.load().bodies().toBytes() / BYTES_PER_PERMIT);
        this.requests = new Semaphore(mostRequests);
        this.bodies = new Semaphore(mostBodies);
        this.largestBody = permits(Math.max(
                settings.sync15().requestBytes().toBytes(),
                2 * settings.sync20().postBytes().toBytes()));
        this.backoff = Long.toString(settings.load().backoff().toSeconds());
        this.shed = shed;
        Gauge.builder("sagrada.storage.in.flight", requests, free -> mostRequests - free.availablePermits())
                .description("Requests in flight")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/__");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!requests.tryAcquire()) {
            throw busy();
        }
        try {
            askForBackoff(request, response);
            within(bodyPermits(request), request, response, chain);
        } finally {
            requests.release();
        }
    }

    private void within(int permits, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!bodies.tryAcquire(permits)) {
            throw busy();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            bodies.release(permits);
        }
    }

    private void askForBackoff(HttpServletRequest request, HttpServletResponse response) {
        if (requests.availablePermits() < mostRequests * (1 - BUSY)) {
            response.setHeader(request.getRequestURI().startsWith("/1.5/") ? "X-Weave-Backoff" : "X-Backoff", backoff);
        }
    }

    /** A body of unknown length may become as large as the limit; one that is larger is not read. */
    private int bodyPermits(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        var most = Math.min(largestBody, mostBodies);
        if (length < 0) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : most;
        }
        return Math.min(most, permits(length));
    }

    private static int permits(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(bytes, BYTES_PER_PERMIT));
    }

    private EdgeFailureException busy() {
        shed.count();
        return new EdgeFailureException(new EdgeFailure.Unavailable(RETRY_AFTER));
    }
}
