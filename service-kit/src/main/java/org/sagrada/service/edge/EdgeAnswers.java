package org.sagrada.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.sagrada.service.trace.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** The one place where a failure on the edge becomes an answer: clears what was begun, sets the common headers, logs. */
final class EdgeAnswers {

    private static final Logger log = LoggerFactory.getLogger(EdgeAnswers.class);

    private final EdgeErrors errors;

    EdgeAnswers(EdgeErrors errors) {
        this.errors = errors;
    }

    void answer(EdgeFailure failure, Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log(failure, cause, request);
        answer(failure, request, response);
    }

    void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        errors.stampClock(request, response);
        RequestId.stamp(response);
        switch (failure) {
            case EdgeFailure.MethodNotAllowed f -> response.setHeader("Allow", String.join(", ", f.allowed()));
            case EdgeFailure.BodyTooLarge f -> response.setHeader("Connection", "close");
            case EdgeFailure.Unavailable f -> {
                // Spread, so that clients that were refused together do not come back together.
                var seconds = f.retryAfter().toSeconds();
                response.setHeader("Retry-After", Long.toString(seconds + jitter(seconds)));
            }
            case EdgeFailure.UnknownPath f -> {}
            case EdgeFailure.BadTarget f -> {}
            case EdgeFailure.UnsupportedMediaType f -> {}
            case EdgeFailure.NotAcceptable f -> {}
            case EdgeFailure.MalformedBody f -> {}
            case EdgeFailure.BadParameter f -> {}
            case EdgeFailure.Defect f -> {}
        }
        errors.answer(failure, request, response);
    }

    private static long jitter(long seconds) {
        return ThreadLocalRandom.current().nextLong(seconds / 10 + 2);
    }

    private static void log(EdgeFailure failure, Throwable cause, HttpServletRequest request) {
        switch (failure) {
            case EdgeFailure.Defect f ->
                log.error("{} {} failed", request.getMethod(), LoggedPath.of(request.getRequestURI()), cause);
            case EdgeFailure.Unavailable f ->
                log.warn(
                        "{} {} refused with 503: {}",
                        request.getMethod(),
                        LoggedPath.of(request.getRequestURI()),
                        NestedExceptionUtils.getMostSpecificCause(cause));
            default ->
                log.debug(
                        "{} {} refused with {}: {}",
                        request.getMethod(),
                        LoggedPath.of(request.getRequestURI()),
                        failure.status(),
                        failure.description());
        }
    }
}
