package org.sagrada.service.dockerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sagrada.service.ServiceKit;
import org.sagrada.service.edge.EdgeErrors;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.RawHttp;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service that was told to stop: first it says so, then it stops. */
class DrainIT {

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void saysThatItDrainsWhileItStillAnswers() throws Exception {
        var context = new SpringApplicationBuilder(Service.class)
                .properties("server.port=0", "sagrada.drain-time=15s")
                .run();
        var http = new RawHttp(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        assertThat(http.request("GET", "/__lbheartbeat__").status()).isEqualTo(200);

        var stopping = Thread.ofPlatform().start(context::close);
        try {
            while (http.request("GET", "/__lbheartbeat__").status() != 503) {
                Thread.onSpinWait();
            }
            assertThat(http.request("GET", "/__version__").status()).isEqualTo(200);
        } finally {
            // Nobody has to wait for the rest of the time.
            stopping.interrupt();
            stopping.join();
        }
        assertThatThrownBy(() -> http.request("GET", "/__version__")).hasMessageContaining("refused");
    }

    @Test
    void refusesATimeThatNoSupervisorWouldWaitFor() {
        assertThatThrownBy(() -> new DrainSettings(Duration.ofMinutes(5))).hasMessageContaining("sagrada.drain-time");
        assertThatThrownBy(() -> new DrainSettings(Duration.ofSeconds(-1))).hasMessageContaining("sagrada.drain-time");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ServiceKit.class, PostgresForTests.class})
    static class Service {

        @Bean
        EdgeErrors errors() {
            return new NoErrors();
        }
    }

    private static final class NoErrors implements EdgeErrors {

        @Override
        public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(failure.status());
        }

        @Override
        public void stampClock(HttpServletRequest request, HttpServletResponse response) {}
    }
}
