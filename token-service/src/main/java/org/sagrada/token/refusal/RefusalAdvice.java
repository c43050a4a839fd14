package org.sagrada.token.refusal;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals, logs one line for each with the rule that refused, and counts them by it. */
@RestControllerAdvice(basePackages = "org.sagrada.token")
class RefusalAdvice {

    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    private final MeterRegistry metrics;

    RefusalAdvice(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @ExceptionHandler
    ResponseEntity<CorniceBody> refuse(RefusalException thrown) {
        Refusal refusal = thrown.refusal();
        log.info("Refused with {} {}: {} ({})", refusal.code(), refusal.status(), refusal.rule(), refusal.detail());
        metrics.counter("sagrada.token.refusals", "code", Integer.toString(refusal.code()), "rule", refusal.rule())
                .increment();
        var answer = ResponseEntity.status(refusal.code()).contentType(MediaType.APPLICATION_JSON);
        if (refusal.code() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "BrowserID", "Bearer");
        }
        if (refusal.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
        }
        return answer.body(CorniceBody.of(refusal));
    }
}
