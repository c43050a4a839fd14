package org.sagrada.storage.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.service.url.PublicUrlConverter;
import org.sagrada.storage.StorageSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoadSheddingTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoadShedding shedding = new LoadShedding(settings(), new Shed(meters), meters);

    private static StorageSettings settings() {
        var conversions = new DefaultConversionService();
        conversions.addConverter(new PublicUrlConverter());
        var source = new MapConfigurationPropertySource(Map.of(
                "sagrada.storage.public-url",
                "http://localhost",
                "sagrada.storage.load.requests",
                "5",
                "sagrada.storage.load.bodies",
                "100KB"));
        return new Binder(List.of(source), null, conversions)
                .bind("sagrada.storage", StorageSettings.class)
                .get();
    }

    private static MockHttpServletRequest request(String path, int bodyBytes) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[bodyBytes]);
        return request;
    }

    private MockHttpServletResponse handle(MockHttpServletRequest request, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        shedding.doFilter(request, response, chain);
        return response;
    }

    /** Handles requests inside one another, so that all are in flight. */
    private void nested(int depth, FilterChain innermost) throws Exception {
        if (depth == 0) {
            innermost.doFilter(request("/2.0/1/storage", 0), new MockHttpServletResponse());
        } else {
            handle(request("/2.0/1/storage", 0), (request, response) -> {
                try {
                    nested(depth - 1, innermost);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void refusesWhatIsTooMuchAndTakesTheNextOne() throws Exception {
        assertThatThrownBy(() -> nested(6, (request, response) -> {}))
                .isInstanceOfSatisfying(
                        EdgeFailureException.class,
                        e -> assertThat(e.failure()).isInstanceOf(EdgeFailure.Unavailable.class));

        assertThat(meters.counter("sagrada.storage.shed").count()).isEqualTo(1);
        nested(5, (request, response) -> {});
    }

    @Test
    void asksForBackoffWhenItIsNearlyFull() throws Exception {
        assertThat(handle(request("/2.0/1/storage", 0), (request, response) -> {})
                        .getHeader("X-Backoff"))
                .isNull();
        nested(4, (request, response) -> {
            assertThat(handled("/2.0/1/storage").getHeader("X-Backoff")).isEqualTo("300");
            assertThat(handled("/1.5/1/storage").getHeader("X-Weave-Backoff")).isEqualTo("300");
        });
    }

    @Test
    void countsTheBytesOfBodies() throws Exception {
        handle(request("/2.0/1/storage", 60_000), (request, response) -> {
            assertThatThrownBy(() -> handled("/2.0/1/storage", 60_000)).isInstanceOf(EdgeFailureException.class);
            assertThat(handled("/2.0/1/storage", 30_000).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void healthChecksAlwaysPass() throws Exception {
        nested(
                5,
                (request, response) ->
                        assertThat(handled("/__lbheartbeat__").getStatus()).isEqualTo(200));
    }

    private MockHttpServletResponse handled(String path) {
        return handled(path, 0);
    }

    private MockHttpServletResponse handled(String path, int bytes) {
        try {
            return handle(request(path, bytes), (request, response) -> {});
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
