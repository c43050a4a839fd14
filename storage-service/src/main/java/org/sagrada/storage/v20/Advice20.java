package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.sagrada.storage.auth.UnauthorizedException;
import org.sagrada.storage.bso.ConflictException;
import org.sagrada.storage.wire.BadQueryException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where 2.0's handlers' failures become answers. */
@RestControllerAdvice(basePackageClasses = Advice20.class)
final class Advice20 {

    private static final int RETRY_SECONDS = 5;

    private final Errors20 errors;

    Advice20(Errors20 errors) {
        this.errors = errors;
    }

    @ExceptionHandler
    void refused(Refusal20Exception e, HttpServletResponse response) throws IOException {
        errors.write(response, e.status(), e.word(), e.errors());
    }

    @ExceptionHandler
    void unauthorized(UnauthorizedException e, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, e.challenge());
        errors.write(
                response,
                401,
                "error",
                List.of(ErrorEntry.header("Authorization", "The request is not authenticated.")));
    }

    @ExceptionHandler
    void badQuery(BadQueryException e, HttpServletResponse response) throws IOException {
        errors.write(response, 400, "error", List.of(ErrorEntry.query(e.parameter(), e.description())));
    }

    @ExceptionHandler
    void conflict(ConflictException e, HttpServletResponse response) throws IOException {
        // Spread, so that writers that met once do not meet again.
        var seconds = RETRY_SECONDS + ThreadLocalRandom.current().nextInt(RETRY_SECONDS);
        response.setIntHeader(HttpHeaders.RETRY_AFTER, seconds);
        errors.write(response, 409, "error", List.of());
    }
}
