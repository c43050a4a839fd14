package org.sagrada.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers what the service's own {@code @ExceptionHandler}s left over. */
final class EdgeExceptionResolver implements HandlerExceptionResolver {

    private final EdgeAnswers answers;
    private final FailureTranslation translation;

    EdgeExceptionResolver(EdgeAnswers answers, FailureTranslation translation) {
        this.answers = answers;
        this.translation = translation;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted()) {
            return null;
        }
        try {
            answers.answer(translation.translate(thrown), thrown, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
