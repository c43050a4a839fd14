package org.sagrada.pidp.abuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts all calls of an address, in this process alone: a row in the database for each call would cost more than it saves. */
@Component
final class CallLimit implements HandlerInterceptor {

    private final LimitSettings settings;
    private final Clock clock;
    private final Map<String, Integer> calls = new HashMap<>();
    private Instant windowEnds = Instant.MIN;

    CallLimit(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var now = clock.instant();
        if (count(ClientAddress.of(request), now) > settings.calls()) {
            throw new Refusal(PidpError.tooManyRequests(Duration.between(now, windowEnd())));
        }
        return true;
    }

    private synchronized int count(String address, Instant now) {
        if (now.isAfter(windowEnds)) {
            calls.clear();
            windowEnds = now.plus(settings.window());
        }
        return calls.merge(address, 1, Integer::sum);
    }

    private synchronized Instant windowEnd() {
        return windowEnds;
    }
}
