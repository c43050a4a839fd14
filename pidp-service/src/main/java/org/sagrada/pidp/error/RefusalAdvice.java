package org.sagrada.pidp.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what a handler refused. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RestControllerAdvice(basePackages = "org.sagrada.pidp")
final class RefusalAdvice {

    private final ErrorWriter writer;

    RefusalAdvice(ErrorWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        writer.write(refusal.error(), response);
    }
}
