package org.sagrada.service.status;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Shows the status page on the management port: {@code /status}. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(StatusPage.class)
class StatusManagementConfiguration {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    @Bean
    RouterFunction<ServerResponse> statusRoutes(StatusPage page) {
        return RouterFunctions.route()
                .GET(
                        "/status",
                        request -> ServerResponse.ok()
                                .contentType(HTML)
                                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'")
                                .header("Cache-Control", "no-store")
                                .body(page.html()))
                .GET(
                        "/status.css",
                        request -> ServerResponse.ok()
                                .contentType(CSS)
                                .body(new ClassPathResource("status.css", StatusPage.class)))
                .build();
    }
}
