package org.sagrada.token.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sagrada.testkit.api.DocumentedRoutes;
import org.sagrada.token.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the answers look like, every other test compares: see {@link org.sagrada.testkit.api.ApiContract}. */
class ApiDocumentIT extends ServiceTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void documentsEveryRouteAndNoOther() throws IOException {
        assertThat(DocumentedRoutes.ofDocument(ApiController.class)).isEqualTo(DocumentedRoutes.ofHandlers(handlers));
    }

    @Test
    void handsTheDocumentOutToEverybody() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address("/1.0/__api__")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
            assertThat(answer.body()).contains("openapi: \"3.1.0\"");
        }
    }
}
