package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.storage.bso.Moment;
import org.springframework.stereotype.Component;

/** Writes the error bodies of 1.5: one integer each. */
@Component
public final class Errors15 {

    /** Words a failure on the edge. */
    public void write(HttpServletResponse response, EdgeFailure failure) throws IOException {
        write(response, failure.status(), code(failure));
    }

    /** Sets the clock that every answer carries, in s. */
    public static void stampClock(HttpServletResponse response, Moment now) {
        response.setHeader(Headers15.TIMESTAMP, Time15.text(now.asVersion()));
    }

    void write(HttpServletResponse response, int status, Code code) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(Integer.toString(code.number()).getBytes(StandardCharsets.US_ASCII));
    }

    private static Code code(EdgeFailure failure) {
        return switch (failure) {
            case EdgeFailure.MethodNotAllowed f -> Code.ILLEGAL_PROTOCOL;
            case EdgeFailure.BadTarget f -> Code.ILLEGAL_PROTOCOL;
            case EdgeFailure.BadParameter f -> Code.ILLEGAL_PROTOCOL;
            case EdgeFailure.MalformedBody f -> Code.NOT_JSON;
            case EdgeFailure.BodyTooLarge f -> Code.TOO_LARGE;
            case EdgeFailure.UnknownPath f -> Code.NONE;
            case EdgeFailure.UnsupportedMediaType f -> Code.NONE;
            case EdgeFailure.NotAcceptable f -> Code.NONE;
            case EdgeFailure.Unavailable f -> Code.NONE;
            case EdgeFailure.Defect f -> Code.NONE;
        };
    }
}
