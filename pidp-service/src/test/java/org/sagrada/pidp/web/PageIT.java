package org.sagrada.pidp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class PageIT {

    private static final Pattern SCRIPT = Pattern.compile("src=\"/pidp(/assets/[0-9a-f]{16}/js/main\\.js)\"");
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private PidpClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/signin",
                "/signup",
                "/force_auth",
                "/oauth",
                "/oauth/signin",
                "/authorization",
                "/oauth/success/a2270f727f45f648",
                "/connect_another_device",
                "/pair",
                "/post_verify/third_party_auth/set_password",
                "/settings",
                "/settings/avatar/change",
                "/settings/clients",
                "/verify_email",
                "/verify_secondary_email",
                "/complete_signin",
                "/complete_reset_password"
            })
    void isWhereBrowsersAndMailsLookForIt(String path) throws Exception {
        var answer = get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.body()).containsPattern(SCRIPT).doesNotContain("{{", "⟨");
    }

    @Test
    void keepsThePageToItself() throws Exception {
        var answer = get("/signin", "Accept", BROWSER);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "form-action 'none'", "frame-ancestors 'none'")
                .contains("connect-src 'self' http://localhost:8002;")
                .doesNotContain("unsafe", "*");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=");
        assertThat(header(answer, "Cache-Control")).contains("no-cache");
        assertThat(answer.body()).doesNotContainPattern("<style|<script>| style=| on[a-z]+=|src=\"http|href=\"http");
    }

    @Test
    void letsABrowserKeepFilesForEverUnderTheirOwnVersion() throws Exception {
        var script = script();
        var answer = get(script, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");

        var older = get(script.replaceFirst("[0-9a-f]{16}", "0123456789abcdef"), "Accept", "*/*");
        assertThat(older.statusCode()).isEqualTo(200);
        assertThat(header(older, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void sendsFilesGzippedToWhoeverTakesThat() throws Exception {
        var answer = get(script(), "Accept-Encoding", "gzip, br");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(get(script(), "Accept", "*/*").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, de", "'de-CH,de;q=0.9,en;q=0.5', de", "'fr,en;q=0.5', en", "fr, en", "'*', en"})
    void comesInTheLanguageOfTheReader(String wanted, String language) throws Exception {
        var answer = get("/signin", "Accept-Language", wanted);
        assertThat(header(answer, "Content-Language")).isEqualTo(language);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\"");
        assertThat(header(answer, "Vary")).contains("Accept-Language", "Cookie");
    }

    @Test
    void prefersTheLanguageThatWasChosen() throws Exception {
        var request = request("/signin")
                .header("Accept-Language", "en")
                .header("Cookie", "other=1; sagrada_lang=de")
                .build();
        assertThat(header(send(request), "Content-Language")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/settings/nowhere",
                "/oauth/success/xyz",
                "/assets/0123456789abcdef/js/nowhere.js",
                "/signin/"
            })
    void isNoPageForEveryPath(String path) throws Exception {
        var person = get(path, "Accept", BROWSER);
        assertThat(person.statusCode()).isEqualTo(404);
        assertThat(person.body())
                .contains("There is no such page", "href=\"/pidp/\"")
                .doesNotContain("{{");
        assertThat(header(person, "Content-Security-Policy")).contains("default-src 'none'");

        var program = get(path, "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(program.body()).contains("\"errno\":999");
    }

    @Test
    void answersProgramsUnderTheApiAsProgramsWhateverTheyAccept() throws Exception {
        assertThat(get("/v1/nowhere", "Accept", BROWSER).body()).contains("\"errno\":999");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() throws Exception {
        var answer = get("/signin;x=1", "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The address cannot be read");
    }

    @Test
    void leadsPasswordManagersToTheRightPage() throws Exception {
        var answer = get("/.well-known/change-password", "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo(PidpClient.PUBLIC_URL + "/settings/change_password");
    }

    private String script() throws IOException, InterruptedException {
        var matcher = SCRIPT.matcher(get("/signin", "Accept", BROWSER).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return send(request(path).header(header, value).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
