package org.sagrada.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.v15.Errors15;
import org.sagrada.storage.v20.Errors20;
import org.springframework.stereotype.Component;

/** The edge of both protocols: each path has its errors worded as its protocol does, and its clock. */
@Component
final class StorageEdgeErrors implements EdgeErrors {

    private final Errors20 errors20;
    private final Errors15 errors15;
    private final Clock clock;
    private final @Nullable String alert;

    StorageEdgeErrors(Errors20 errors20, Errors15 errors15, StorageSettings settings, Clock clock) {
        this.errors20 = errors20;
        this.errors15 = errors15;
        this.clock = clock;
        this.alert = settings.sync15().alert();
    }

    @Override
    public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isOf15(request)) {
            errors15.write(response, failure);
        } else {
            errors20.write(response, failure);
        }
    }

    @Override
    public void stampClock(HttpServletRequest request, HttpServletResponse response) {
        var now = Moment.of(clock);
        if (isOf15(request)) {
            Errors15.stampClock(response, now);
            if (alert != null) {
                response.setHeader("X-Weave-Alert", alert);
            }
        } else {
            Errors20.stampClock(response, now);
        }
    }

    private static boolean isOf15(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/1.5/");
    }
}
