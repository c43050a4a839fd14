package org.sagrada.testkit.api;

import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import it into a Spring test of a service: each answer is compared with the service's document, and one that is not in it becomes
 * a {@value ContractFilter#BROKEN} that says what is missing.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ApiContract {

    private static final String DOCUMENTS = "classpath*:org/sagrada/*/api/openapi.yaml";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ContractFilter contract(JsonMapper json) throws IOException {
        var documents = new PathMatchingResourcePatternResolver().getResources(DOCUMENTS);
        if (documents.length != 1) {
            throw new IllegalStateException(documents.length + " documents instead of one: " + DOCUMENTS);
        }
        return new ContractFilter(DocumentedApi.read(documents[0], json), json);
    }
}
