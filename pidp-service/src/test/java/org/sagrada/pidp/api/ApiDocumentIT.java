package org.sagrada.pidp.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.sagrada.testkit.api.DocumentedRoutes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the answers look like, every other test compares: see {@link org.sagrada.testkit.api.ApiContract}. */
@PidpIT
class ApiDocumentIT {

    private static final List<String> OF_THE_API = List.of(" /v1", " /mailbox/", " /.well-known/", " /__");

    @Autowired
    private PidpClient client;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void documentsEveryRouteButThoseOfThePages() throws IOException {
        assertThat(DocumentedRoutes.ofDocument(ApiController.class))
                .isEqualTo(DocumentedRoutes.ofHandlers(
                        handlers, route -> OF_THE_API.stream().anyMatch(route::contains)));
    }

    @Test
    void handsTheDocumentOutToEverybody() {
        var answer = client.get("/v1/__api__");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(answer.body()).contains("openapi: \"3.1.0\"");
    }
}
