package org.sagrada.storage.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times every request by method, route and status, those included that no handler saw. The framework's own observation does the same
 * for an eighth of the CPU of a small request, and takes a refusal for a failure, as it stands inside the filter that words it.
 */
final class RequestTimes extends ValveBase {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH");

    /** Quantiles over several processes can only be told from buckets. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry meters) {
        super(true);
        this.meters = meters;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var begin = System.nanoTime();
        try {
            getNext().invoke(request, response);
        } finally {
            var kind = Kind.of(request, response);
            timers.computeIfAbsent(kind, this::timer).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("How long requests took, from the last byte of the head to the last byte handed over")
                .tag("method", kind.method())
                .tag("uri", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", Outcome.forStatus(kind.status()).name())
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** What strangers can write into a request makes no kind of its own. */
    private record Kind(String method, String route, int status) {

        static Kind of(Request request, Response response) {
            var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            return new Kind(
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    route == null ? "UNKNOWN" : route.toString(),
                    response.getStatus());
        }
    }
}
