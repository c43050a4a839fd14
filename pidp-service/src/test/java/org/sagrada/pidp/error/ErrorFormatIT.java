package org.sagrada.pidp.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.sagrada.testkit.RawHttp;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@PidpIT
class ErrorFormatIT {

    @Autowired
    private PidpClient client;

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing-here, 404, 999",
        "GET, /nothing-here, 404, 999",
        "GET, /v0/account/login, 410, 116",
        "DELETE, /v1/account/login, 405, 999",
        "GET, /v1/account/status;x=1?uid=1, 400, 107",
        "GET, /v1/%2e%2e/account/status, 400, 107",
        "GET, /v1/account%2fstatus, 400, 107",
        "GET, /v1/account/status?uid=12, 400, 107",
        "GET, /v1/account/status?uid=%ff, 400, 107",
        "GET, /v1/authorization?scope=%u0000, 400, 109",
        "GET, /v1/%zz, 400, 107"
    })
    void wordsEveryRefusalAlike(String method, String target, int status, int errno) {
        var answer = new RawHttp(client.port()).request(method, target);
        assertThat(answer.status()).isEqualTo(status);
        var body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.get("code").intValue()).isEqualTo(status);
        assertThat(body.get("errno").intValue()).isEqualTo(errno);
        assertThat(body.get("error").stringValue()).isNotEmpty();
        assertThat(body.get("message").stringValue()).isNotEmpty();
        assertThat(body.get("info").stringValue()).startsWith("https://");
        assertThat(answer.header("Timestamp").orElseThrow()).matches("\\d{10}");
    }

    @Test
    void tellsBrowsersToStayWithHttpsAndToGuessNoTypes() {
        for (var answer : List.of(client.get("/v1/account/status?uid=12"), client.get("/.well-known/browserid"))) {
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(client.post("/v1/account/login", "{\"email\":").errno()).isEqualTo(106);
        assertThat(client.post("/v1/account/login", "[]").errno()).isEqualTo(106);
        assertThat(client.post("/v1/account/login", "{} {}").errno()).isEqualTo(106);
        assertThat(client.post("/v1/account/login", "{\"email\":\"a@b.cd\",\"email\":\"a@b.cd\"}")
                        .errno())
                .isEqualTo(106);
    }

    @Test
    void refusesOtherMediaTypes() {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + "/v1/account/login"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.errno()).isEqualTo(107);
    }

    @Test
    void refusesABodyOverTheLimit() {
        var answer = client.post("/v1/account/login", Map.of("email", "x".repeat(16_384)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.errno()).isEqualTo(113);
    }

    @Test
    void namesTheParameterThatIsMissingOrWrong() {
        var missing = client.post("/v1/account/login", Map.of("email", "a@example.org"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.errno()).isEqualTo(108);
        assertThat(missing.text("param")).isEqualTo("authPW");

        var wrong = client.post("/v1/account/login", Map.of("email", "a@example.org", "authPW", "zz"));
        assertThat(wrong.errno()).isEqualTo(107);
        assertThat(wrong.json().at("/validation/keys/0").stringValue()).isEqualTo("authPW");
    }
}
