package org.sagrada.pidp.web;

import java.net.URI;
import org.sagrada.service.url.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The headers that keep a page to itself: it runs only our scripts, talks only to our services, is shown in no frame, and tells no
 * other site where a user came from, since addresses of pages hold codes.
 */
@Component
final class PageHeaders {

    private static final String LONG_TIME = "max-age=15552000";

    private final PublicUrl publicUrl;
    private final String policy;

    PageHeaders(PageSettings settings) {
        this.publicUrl = settings.publicUrl();
        this.policy = policy(settings);
    }

    /** Adds them. */
    void addTo(HttpHeaders headers) {
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (publicUrl.scheme().equals("https")) {
            // Browsers heed it there only, and complain elsewhere.
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Strict-Transport-Security", LONG_TIME);
        }
    }

    /** A form has no target: what is typed goes to the scripts, and nowhere should they be missing. */
    private static String policy(PageSettings settings) {
        var services = "'self'";
        var tokenServer = settings.tokenServer();
        if (tokenServer != null
                && !tokenServer.origin().equals(settings.publicUrl().origin())) {
            services += " " + URI.create(tokenServer.origin());
        }
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "connect-src " + services,
                "manifest-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }
}
