package org.sagrada.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.service.trace.RequestId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The clock and the request's id on every answer, ambiguous targets refused, and no exception past this point. Only the filter
 * that measures and traces is further out, so that refusals count too.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class EdgeFilter extends OncePerRequestFilter {

    private final EdgeErrors errors;
    private final EdgeAnswers answers;
    private final FailureTranslation translation;

    EdgeFilter(EdgeErrors errors, EdgeAnswers answers, FailureTranslation translation) {
        this.errors = errors;
        this.answers = answers;
        this.translation = translation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        errors.stampClock(request, response);
        RequestId.stamp(response);
        var refusal = RequestTarget.refusal(request.getRequestURI());
        if (refusal.isPresent()) {
            answers.answer(new EdgeFailure.BadTarget(refusal.get()), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            failed(e.getRootCause() == null ? e : e.getRootCause(), request, response);
        } catch (RuntimeException e) {
            failed(e, request, response);
        }
    }

    private void failed(Throwable cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.answer(translation.translate(cause), cause, request, response);
        if (response.isCommitted() && response.getStatus() == HttpServletResponse.SC_OK) {
            // Half an answer must not look whole: ending the connection is the only sign left.
            throw new IOException("The answer broke off", cause);
        }
    }
}
