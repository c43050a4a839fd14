package org.sagrada.token.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words what fails outside the handlers as the handlers do, and stamps every answer with the time in seconds. */
@Component
final class CorniceErrors implements EdgeErrors {

    private final Clock clock;
    private final Backoff backoff;
    private final JsonMapper json;

    CorniceErrors(Clock clock, Backoff backoff, JsonMapper json) {
        this.clock = clock;
        this.backoff = backoff;
        this.json = json;
    }

    @Override
    public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(failure.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(worded(failure)));
    }

    @Override
    public void stampClock(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Timestamp", Long.toString(clock.instant().getEpochSecond()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (backoff.duration().isPositive()) {
            response.setHeader("X-Backoff", Long.toString(backoff.duration().toSeconds()));
        }
    }

    private static CorniceBody worded(EdgeFailure failure) {
        return switch (failure) {
            case EdgeFailure.UnknownPath f -> CorniceBody.of("error", "url", "", f.description());
            case EdgeFailure.MethodNotAllowed f -> CorniceBody.of("error", "url", "", f.description());
            case EdgeFailure.BadTarget f -> CorniceBody.of("error", "url", "", f.description());
            case EdgeFailure.UnsupportedMediaType f ->
                CorniceBody.of("error", "header", "Content-Type", f.description());
            case EdgeFailure.NotAcceptable f -> CorniceBody.of("error", "header", "Accept", f.description());
            case EdgeFailure.MalformedBody f -> CorniceBody.of("error", "body", "", f.description());
            case EdgeFailure.BodyTooLarge f -> CorniceBody.of("error", "body", "", f.description());
            case EdgeFailure.BadParameter f -> CorniceBody.of("error", "url", f.name(), f.description());
            case EdgeFailure.Unavailable f -> CorniceBody.of("internal-error", "internal", "", "Server error");
            case EdgeFailure.Defect f -> CorniceBody.of("internal-error", "internal", "", "Server error");
        };
    }
}
