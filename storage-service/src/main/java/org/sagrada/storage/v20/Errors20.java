package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.storage.bso.Moment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the error bodies of 2.0, in Cornice's shape (SyncStorage 2.0, 4.1). */
@Component
public final class Errors20 {

    private final JsonMapper json;

    Errors20(JsonMapper json) {
        this.json = json;
    }

    /** Words a failure on the edge. */
    public void write(HttpServletResponse response, EdgeFailure failure) throws IOException {
        write(response, failure.status(), "error", List.of(entry(failure)));
    }

    /** Sets the clock that every answer carries, in ms. */
    public static void stampClock(HttpServletResponse response, Moment now) {
        response.setHeader(Headers20.TIMESTAMP, Long.toString(now.millis()));
    }

    void write(HttpServletResponse response, int status, String word, List<ErrorEntry> errors) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(new Body(word, errors)));
    }

    private static ErrorEntry entry(EdgeFailure failure) {
        return switch (failure) {
            case EdgeFailure.UnknownPath f -> ErrorEntry.path(f.description());
            case EdgeFailure.BadTarget f -> ErrorEntry.path(f.description());
            case EdgeFailure.MethodNotAllowed f -> new ErrorEntry("method", "", "invalid", f.description());
            case EdgeFailure.UnsupportedMediaType f -> ErrorEntry.header("Content-Type", f.description());
            case EdgeFailure.NotAcceptable f -> ErrorEntry.header("Accept", f.description());
            case EdgeFailure.MalformedBody f -> ErrorEntry.body("", f.description());
            case EdgeFailure.BodyTooLarge f -> ErrorEntry.body("", f.description());
            case EdgeFailure.BadParameter f -> ErrorEntry.query(f.name(), f.description());
            case EdgeFailure.Unavailable f -> new ErrorEntry("server", "", "unavailable", f.description());
            case EdgeFailure.Defect f -> new ErrorEntry("server", "", "unavailable", f.description());
        };
    }

    private record Body(String status, List<ErrorEntry> errors) {}
}
