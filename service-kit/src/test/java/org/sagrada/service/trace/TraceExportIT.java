package org.sagrada.service.trace;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
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

/** Spans reach an OpenTelemetry collector that is named in the settings, under the trace that the caller began. */
class TraceExportIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    /** As they came, in the collector's protobuf. */
    private final List<byte[]> exported = new CopyOnWriteArrayList<>();

    @Test
    void sendsTheSpansOfARequestToTheCollector() throws IOException {
        var collector = collector();
        try (var context = new SpringApplicationBuilder(Service.class)
                .run(
                        "--server.port=0",
                        "--management.tracing.sampling.probability=0",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                                + collector.getAddress().getPort() + "/v1/traces")) {
            var http = new RawHttp(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            http.send("GET /__version__ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\ntraceparent: 00-" + TRACE
                    + "-b7ad6b7169203331-01\r\n\r\n");
            var id = text(HexFormat.of().parseHex(TRACE));
            await().until(() -> exported.stream()
                    .map(TraceExportIT::text)
                    .anyMatch(spans -> spans.contains(id) && spans.contains("/__version__")));
        } finally {
            collector.stop(0);
        }
    }

    /** Byte by byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private HttpServer collector() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                exported.add(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return server;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ServiceKit.class, PostgresForTests.class})
    static class Service {

        @Bean
        EdgeErrors errors() {
            return new EdgeErrors() {
                @Override
                public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response) {
                    response.setStatus(failure.status());
                }

                @Override
                public void stampClock(HttpServletRequest request, HttpServletResponse response) {}
            };
        }
    }
}
