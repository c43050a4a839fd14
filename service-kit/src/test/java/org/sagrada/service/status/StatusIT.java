package org.sagrada.service.status;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagrada.service.ServiceKit;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.RawHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The page that an operator looks at, on a service that has one table of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.application.name=under <test>",
            "spring.web.resources.add-mappings=false",
            "spring.autoconfigure.exclude=org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@Import(PostgresForTests.class)
class StatusIT {

    private final RawHttp service;
    private final RawHttp management;
    private final History history;

    StatusIT(@LocalServerPort int service, @LocalManagementPort int management, @Autowired History history) {
        this.service = new RawHttp(service);
        this.management = new RawHttp(management);
        this.history = history;
    }

    @Test
    void showsWhatWasAskedAndHowItEnded() {
        service.request("GET", "/__version__");
        history.look();

        var page = management.request("GET", "/status").body();

        assertThat(page).contains("under &lt;test&gt;", "<td>GET /__version__</td>", "Requests per second", "polyline");
    }

    @Test
    void showsTheServicesOwnTables() {
        assertThat(management.request("GET", "/status").body())
                .contains("<h2>Nodes</h2>", "<td>&lt;one&gt;</td><td class=\"number\">7</td>");
    }

    @Test
    void isShownOnTheManagementPortOnly() {
        assertThat(service.request("GET", "/status").status()).isEqualTo(404);
        assertThat(management.request("GET", "/status.css").header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(ServiceKit.class)
    static class Service {

        @Bean
        StatusSection nodes() {
            return () -> new StatusTable("Nodes", List.of("node", "load"), List.of(List.of("<one>", "7")));
        }

        @Bean
        EdgeErrors errors() {
            return new EdgeErrors() {
                @Override
                public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response) {
                    response.setStatus(failure.status());
                }

                @Override
                public void stampClock(HttpServletRequest request, HttpServletResponse response) {
                    response.setHeader("X-Test-Clock", "1");
                }
            };
        }
    }
}
