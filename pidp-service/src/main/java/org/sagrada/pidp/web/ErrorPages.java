package org.sagrada.pidp.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a person who meets an error where a program would get the error object. */
@Component
public final class ErrorPages {

    private final PageDocument document;
    private final PageHeaders pageHeaders;

    ErrorPages(PageDocument document, PageHeaders pageHeaders) {
        this.document = document;
        this.pageHeaders = pageHeaders;
    }

    /** Whether a person asks: a browser that follows a link wants HTML, and says so. */
    public boolean isFor(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/v1/")
                && accept != null
                && accept.contains("text/html");
    }

    /** Writes status, headers and page. */
    public void write(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = PageLanguage.of(request);
        var headers = new HttpHeaders();
        pageHeaders.addTo(headers);
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(document.error(language, status));
    }
}
