package org.sagrada.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.storage.v20.Errors20;
import org.springframework.stereotype.Component;

/** The edge of both protocols: each path has its errors worded as its protocol does, and its clock. */
@Component
final class StorageEdgeErrors implements EdgeErrors {

    private final Errors20 errors20;
    private final Clock clock;

    StorageEdgeErrors(Errors20 errors20, Clock clock) {
        this.errors20 = errors20;
        this.clock = clock;
    }

    @Override
    public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        errors20.write(response, failure);
    }

    @Override
    public void stampClock(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Timestamp", Long.toString(clock.millis()));
    }
}
