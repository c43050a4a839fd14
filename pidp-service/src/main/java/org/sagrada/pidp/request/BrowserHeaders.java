package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sagrada.service.url.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** What every answer of the APIs tells a browser: to stay with HTTPS where we are reached so, and to guess no types. */
@Component
final class BrowserHeaders implements HandlerInterceptor {

    private final boolean isSecure;

    BrowserHeaders(PublicUrl publicUrl) {
        this.isSecure = publicUrl.scheme().equals("https");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (isSecure) {
            response.setHeader("Strict-Transport-Security", "max-age=15552000");
        }
        return true;
    }
}
