package org.sagrada.pidp.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.sagrada.pidp.error.ErrorWriter;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The paths that once were a server of their own, such as {@code /v1/token}, number their errors in another way than those of the
 * account API, such as {@code /v1/oauth/token}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackages = "org.sagrada.pidp.oauth")
final class OAuthServerAdvice {

    private static final String OF_THE_ACCOUNT_API = "/v1/(oauth|account)/.*";

    private static final Map<Integer, Integer> NUMBERS = Map.ofEntries(
            Map.entry(162, 101),
            Map.entry(167, 103),
            Map.entry(172, 105),
            Map.entry(173, 106),
            Map.entry(174, 107),
            Map.entry(110, 108),
            Map.entry(107, 109),
            Map.entry(108, 109),
            Map.entry(168, 110),
            Map.entry(163, 114),
            Map.entry(166, 116),
            Map.entry(175, 117),
            Map.entry(169, 118));

    private final ErrorWriter writer;

    OAuthServerAdvice(ErrorWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var error = refusal.error();
        writer.write(request.getRequestURI().matches(OF_THE_ACCOUNT_API) ? error : renumbered(error), response);
    }

    private static PidpError renumbered(PidpError error) {
        var errno = NUMBERS.getOrDefault(error.errno(), error.errno());
        // A token that does not count is no failed authentication here: nobody was asked for one.
        var code = error.errno() == PidpError.invalidToken().errno() ? 400 : error.code();
        return new PidpError(code, errno, error.message(), error.extra());
    }
}
