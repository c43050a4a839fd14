package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.sagrada.storage.auth.UnauthorizedException;
import org.sagrada.storage.bso.ConflictException;
import org.sagrada.storage.wire.BadQueryException;
import org.sagrada.storage.wire.MalformedRecordsException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where 1.5's handlers' failures become answers. */
@RestControllerAdvice(basePackageClasses = Advice15.class)
final class Advice15 {

    private static final int RETRY_SECONDS = 10;

    private final Errors15 errors;

    Advice15(Errors15 errors) {
        this.errors = errors;
    }

    @ExceptionHandler
    void refused(Refusal15Exception e, HttpServletResponse response) throws IOException {
        errors.write(response, e.status(), e.code());
    }

    @ExceptionHandler
    void unauthorized(UnauthorizedException e, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, e.challenge());
        errors.write(response, 401, Code.NONE);
    }

    @ExceptionHandler
    void badQuery(BadQueryException e, HttpServletResponse response) throws IOException {
        errors.write(response, 400, Code.ILLEGAL_PROTOCOL);
    }

    @ExceptionHandler
    void malformed(MalformedRecordsException e, HttpServletResponse response) throws IOException {
        errors.write(response, 400, e.isJson() ? Code.INVALID_BSO : Code.NOT_JSON);
    }

    /** Clients of 1.5 mishandle 409; they all know 503. */
    @ExceptionHandler
    void conflict(ConflictException e, HttpServletResponse response) throws IOException {
        // Spread, so that writers that met once do not meet again.
        var seconds = RETRY_SECONDS + ThreadLocalRandom.current().nextInt(RETRY_SECONDS);
        response.setIntHeader(HttpHeaders.RETRY_AFTER, seconds);
        errors.write(response, 503, Code.NONE);
    }
}
