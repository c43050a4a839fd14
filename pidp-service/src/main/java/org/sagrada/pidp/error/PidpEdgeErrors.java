package org.sagrada.pidp.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.sagrada.pidp.web.ErrorPages;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.springframework.stereotype.Component;

/**
 * Words what fails outside the handlers as the account API does, or as a page where a person follows a link, and stamps every
 * answer with the time in seconds.
 */
@Component
final class PidpEdgeErrors implements EdgeErrors {

    private static final int UNSPECIFIED = 999;

    private final ErrorWriter writer;
    private final ErrorPages pages;
    private final Clock clock;

    PidpEdgeErrors(ErrorWriter writer, ErrorPages pages, Clock clock) {
        this.writer = writer;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (pages.isFor(request)) {
            pages.write(failure.status(), request, response);
        } else {
            writer.write(worded(failure, response), response);
        }
    }

    @Override
    public void stampClock(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Timestamp", Long.toString(clock.instant().getEpochSecond()));
    }

    private static PidpError worded(EdgeFailure failure, HttpServletResponse response) {
        return switch (failure) {
            case EdgeFailure.BadParameter f ->
                f.name().isEmpty()
                        ? PidpError.of(f.status(), 107, f.description())
                        : PidpError.invalidParameter(f.name());
            case EdgeFailure.BadTarget f -> PidpError.of(f.status(), 107, f.description());
            case EdgeFailure.BodyTooLarge f -> PidpError.bodyTooLarge();
            case EdgeFailure.MalformedBody f -> PidpError.invalidJson();
            case EdgeFailure.UnsupportedMediaType f -> PidpError.of(f.status(), 107, f.description());
            case EdgeFailure.NotAcceptable f -> PidpError.of(f.status(), 107, f.description());
            case EdgeFailure.UnknownPath f -> PidpError.of(f.status(), UNSPECIFIED, f.description());
            case EdgeFailure.MethodNotAllowed f -> PidpError.of(f.status(), UNSPECIFIED, f.description());
            case EdgeFailure.Defect f -> PidpError.of(f.status(), UNSPECIFIED, "Unspecified error");
            case EdgeFailure.Unavailable f ->
                PidpError.of(f.status(), 201, "Service unavailable")
                        .with("retryAfter", secondsToldAlready(response, f));
        };
    }

    /** The edge spreads the time to wait; header and body are to say the same. */
    private static long secondsToldAlready(HttpServletResponse response, EdgeFailure.Unavailable failure) {
        var told = response.getHeader("Retry-After");
        return told == null ? failure.retryAfter().toSeconds() : Long.parseLong(told);
    }
}
