package org.sagrada.service.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.service.ServiceKit;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.RawAnswer;
import org.sagrada.testkit.RawHttp;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The edge as a client meets it, on a service that does nothing else. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.web.resources.add-mappings=false",
            "spring.mvc.log-resolved-exception=false",
            "spring.autoconfigure.exclude=org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@Import(PostgresForTests.class)
class EdgeIT {

    private final RawHttp http;

    EdgeIT(@LocalServerPort int port) {
        this.http = new RawHttp(port);
    }

    @Test
    void answersAnUnknownPathInTheServicesOwnFormat() {
        assertRefused(http.request("GET", "/nowhere"), 404);
    }

    @Test
    void namesTheMethodsOfAKnownPath() {
        var answer = http.request("DELETE", "/number");

        assertRefused(answer, 405);
        assertThat(answer.header("Allow").orElseThrow()).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/number;a=b",
                "/a/../number",
                "/a/./number",
                "/a/%2e%2e/number",
                "/a/%2E./number",
                "/a%2fnumber",
                "/a%5cnumber",
                "/a\\number",
                "/a%00number",
                "/a%7fnumber",
                "/%zz",
                "/%f",
                "/number/%"
            })
    void refusesTargetsThatTwoProgramsCouldReadDifferently(String target) {
        var answer = http.request("GET", target);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("X-Test-Clock")).hasValue("1");
        assertThat(answer.body()).contains("\"status\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Accept", "Content-Type", "Origin", "Host", "traceparent", "X-Odd"})
    void refusesAControlCharacterInAHeader(String name) {
        for (var control : List.of("\u0000", "\u0001", "\u007f")) {
            for (var target : List.of("/hello", "/nowhere", "/a/../hello")) {
                var host = name.equals("Host") ? "" : "Host: h\r\n";

                assertRefused(
                        http.send("GET " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + name + ": a"
                                + control + "b\r\n\r\n"),
                        400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"value\":1} trailing",
                "{\"value\":1,\"value\":2}",
                "{\"value\":\"1\"}",
                "{\"value\":1.5}",
                "{\"value\":true}",
                "[1]",
                "{\"value\":99999999999999999999}"
            })
    void readsJsonStrictly(String body) {
        assertRefused(post("application/json", body.getBytes(StandardCharsets.UTF_8)), 400);
    }

    @Test
    void refusesInvalidUtf8() {
        assertRefused(post("application/json", new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}), 400);
    }

    @Test
    void takesJsonUnderAnySpellingOfItsType() {
        var answer = post("Application/JSON; charset=UTF-8", "{\"value\":7}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("7");
    }

    @Test
    void refusesOtherMediaTypes() {
        assertRefused(post("text/plain", new byte[] {'7'}), 415);
    }

    @Test
    void refusesAnAcceptThatNothingFits() {
        assertRefused(
                http.send("GET /hello HTTP/1.1\r\nHost: h\r\nAccept: image/png\r\nConnection: close\r\n\r\n"), 406);
    }

    @Test
    void refusesAParameterOfTheWrongForm() {
        assertRefused(http.request("GET", "/twice?of=many"), 400);
        assertRefused(http.request("GET", "/twice"), 400);
    }

    @Test
    void showsNothingOfADefect() {
        var answer = http.request("GET", "/broken");

        assertRefused(answer, 500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void doesNotMakeADownloadOfAPathThatEndsInAVersion() {
        var answer = http.request("GET", "/hello/2.0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("content-disposition");
    }

    @Test
    void namesARequestInItsAnswerAsItsCallerDid() {
        var trace = "0af7651916cd43dd8448eb211c80319c";

        var answer = http.send("GET /nowhere HTTP/1.1\r\nHost: h\r\ntraceparent: 00-" + trace
                + "-b7ad6b7169203331-01\r\nConnection: close\r\n\r\n");

        assertThat(answer.header("X-Request-Id")).hasValue(trace);
    }

    @Test
    void givesEachRequestAnIdWhereItsCallerDidNot() {
        var one = http.request("GET", "/hello").header("X-Request-Id").orElseThrow();
        var other = http.request("GET", "/a/../hello").header("X-Request-Id").orElseThrow();

        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other);
    }

    @Test
    void tellsThatItLivesAndWhatItIs() {
        assertThat(http.request("GET", "/__heartbeat__").status()).isEqualTo(200);
        assertThat(http.request("GET", "/__lbheartbeat__").status()).isEqualTo(200);
        assertThat(http.request("GET", "/__version__").body())
                .contains(
                        "\"source\":\"https://github.com/sagrada-sync/sagrada\"",
                        "\"version\"",
                        "\"commit\"",
                        "\"build\"");
    }

    private RawAnswer post(String type, byte[] body) {
        var head = "POST /number HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        var all = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
        System.arraycopy(body, 0, all, head.length(), body.length);
        return http.send(all);
    }

    private static void assertRefused(RawAnswer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Test-Clock")).hasValue("1");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body()).contains("{\"status\":" + status + "}");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ServiceKit.class, Handlers.class})
    static class Service {

        @Bean
        EdgeErrors errors() {
            return new Errors();
        }
    }

    private static final class Errors implements EdgeErrors {

        @Override
        public void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setStatus(failure.status());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().print("{\"status\":" + failure.status() + "}");
        }

        @Override
        public void stampClock(HttpServletRequest request, HttpServletResponse response) {
            response.setHeader("X-Test-Clock", "1");
        }
    }

    @RestController
    static class Handlers {

        record Amount(long value) {}

        @PostMapping(path = "/number", consumes = "application/json")
        Amount number(@RequestBody Amount number) {
            return number;
        }

        @GetMapping(
                path = {"/hello", "/hello/2.0"},
                produces = "application/json")
        Map<String, String> hello() {
            return Map.of("hello", "there");
        }

        @GetMapping("/twice")
        Map<String, Integer> twice(@RequestParam int of) {
            return Map.of("twice", 2 * of);
        }

        @GetMapping("/broken")
        Map<String, String> broken() {
            throw new IllegalStateException("secret");
        }
    }
}
