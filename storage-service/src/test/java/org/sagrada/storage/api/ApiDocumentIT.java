package org.sagrada.storage.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sagrada.storage.StorageIT;
import org.sagrada.testkit.api.DocumentedRoutes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the answers look like, every other test compares: see {@link org.sagrada.testkit.api.ApiContract}. */
class ApiDocumentIT extends StorageIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void documentsEveryRouteAndNoOther() throws IOException {
        assertThat(DocumentedRoutes.ofDocument(ApiController.class)).isEqualTo(DocumentedRoutes.ofHandlers(handlers));
    }

    @Test
    void handsTheDocumentOutToEverybody() {
        var answer = raw.request("GET", "/2.0/__api__");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(answer.body()).contains("openapi: \"3.1.0\"");
    }
}
