package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.scenario.FirstSyncScenario;
import org.sagrada.client.scenario.Progress;
import org.sagrada.client.scenario.Recording;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.testkit.RawAnswer;
import org.sagrada.testkit.RawHttp;

/** On one port, each service keeps its own clock header, its own error format and its own management. */
class StackIT {

    private static final String PIDP = "\"errno\":";
    private static final String CORNICE = "\"errors\":";

    @TempDir
    private static Path data;

    private static Stack stack;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        stack = Stack.start(List.of(
                "--sagrada.standalone.port=0",
                "--sagrada.standalone.management-port=0",
                "--sagrada.standalone.data-dir=" + data,
                "--sagrada.standalone.cache-dir=" + Path.of("target/cache").toAbsolutePath()));
        http = new RawHttp(stack.port());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void aRealBrowsersFirstSyncGoesThroughAllOfIt() {
        var recording = Recording.firefoxFirstSync();
        var client = SagradaClient.at("http://localhost:" + stack.port());

        var report = new FirstSyncScenario(client, recording, new SecureRandom(), Progress.silent()).run();

        assertThat(report.uploaded()).isEqualTo(recording.size());
        assertThat(report.readBack()).isPositive();
    }

    @Test
    void anAccessTokenOfItsOwnIsEnoughForTheTokenService() {
        var user = OAuthUser.signUp("http://localhost:" + stack.port(), "oauth@example.org");

        var answer = user.tokenFor(user.keysChangedAt() + "-AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"api_endpoint\":\"http://localhost:" + stack.port() + "/1.5/");
    }

    @Test
    void eachExampleProgramReadsTheNotesOfTheOthers() {
        var server = "http://localhost:" + stack.port();
        SagradaClient.at(server)
                .signUp("notes@example.org", "correct horse battery staple")
                .logOut();
        var notes = new ArrayList<String>();

        for (var program : ExampleProgram.runnable()) {
            notes.add("A note of " + program.file());
            var printed = program.write(server, "notes@example.org", "correct horse battery staple", notes.getLast());
            assertThat(printed).containsExactlyInAnyOrderElementsOf(notes);
        }
    }

    @Test
    void nothingReachesTheDataOfADeletedAccount() {
        var client = SagradaClient.at("http://localhost:" + stack.port());
        var account = client.signUp("gone@example.org", "correct horse battery staple");
        assertThat(account.storage().collectionCounts()).isEmpty();

        client.accountServer()
                .destroy("gone@example.org", QuickStretch.v1("gone@example.org", "correct horse battery staple"));

        // The token that was issued is good for an hour; only the storage itself can have been told.
        await().atMost(Duration.ofSeconds(5)).until(() -> isRefused(account));
    }

    private static boolean isRefused(Account account) {
        try {
            account.storage().collectionCounts();
            return false;
        } catch (ClientException refused) {
            return true;
        }
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /v1/session/status, 401",
        "GET, /v1/nowhere, 404",
        "GET, /nowhere, 404",
        "PUT, /v1/account/create, 405",
        "POST, /v1/account/create, 415"
    })
    void thePidpAnswersInItsOwnFormat(String method, String path, int status) {
        var answer = request(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Timestamp")).isPresent();
        assertThat(answer.header("X-Timestamp")).isEmpty();
        assertThat(answer.body()).contains(PIDP, "\"code\":" + status);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /1.0/sync/2.0, 401",
        "GET, /1.0/sync/1.5, 401",
        "GET, /token/1.0/sync/2.0, 401",
        "GET, /1.0/sync/9.9, 404",
        "GET, /1.0, 404",
        "POST, /1.0/sync/2.0, 405"
    })
    void theTokenServiceAnswersInItsOwnFormat(String method, String path, int status) {
        var answer = request(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Timestamp").orElseThrow()).matches("[0-9]{10}");
        assertThat(answer.body()).contains(CORNICE).doesNotContain(PIDP);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /2.0/1/info/collections, 401",
        "GET, /2.0/1/nowhere, 404",
        "GET, /2.0, 404",
        "PATCH, /2.0/1/info/collections, 405"
    })
    void theStorageAnswersInTheFormatOf20(String method, String path, int status) {
        var answer = request(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Timestamp").orElseThrow()).matches("[0-9]{13}");
        assertThat(answer.body()).contains(CORNICE).doesNotContain(PIDP);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"GET, /1.5/1/info/collections, 401", "GET, /1.5/1/nowhere, 404", "PATCH, /1.5/1/info/collections, 405"})
    void theStorageAnswersInTheFormatOf15(String method, String path, int status) {
        var answer = request(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Weave-Timestamp").orElseThrow()).matches("[0-9]{10}\\.[0-9]{2}");
        assertThat(answer.body()).isIn("0", "1");
    }

    @Test
    void everyServiceIsManagedBehindItsName() {
        var management = new RawHttp(stack.managementPort());

        for (var service : List.of("pidp", "token", "storage")) {
            assertThat(management
                            .request("GET", "/" + service + "/actuator/health")
                            .status())
                    .isEqualTo(200);
            assertThat(management
                            .request("GET", "/" + service + "/actuator/prometheus")
                            .body())
                    .contains("sagrada-" + service);
        }
    }

    @Test
    void keepsWhatOpensTheManagementForItsOperatorAlone() throws IOException {
        var file = data.resolve("admin.properties");
        var access = new Properties();
        access.load(new StringReader(Files.readString(file)));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var management = new RawHttp(stack.managementPort());
        for (var operation : Map.of("token", "/token/admin/nodes", "pidp", "/pidp/admin/pidp/accounts")
                .entrySet()) {
            var service = operation.getKey();
            var request = "GET " + operation.getValue()
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ";
            var token = access.getProperty(service + ".admin.token");
            assertThat(management.send(request + token + "\r\n\r\n").status()).isEqualTo(200);
            assertThat(management.send(request + "x" + token + "\r\n\r\n").status())
                    .isEqualTo(401);
            assertThat(access.getProperty(service + ".admin.url"))
                    .isEqualTo("http://127.0.0.1:" + stack.managementPort() + "/" + service);
        }
    }

    @Test
    void managementIsNotOnTheClientsPort() {
        assertThat(http.request("GET", "/actuator/health").status()).isEqualTo(404);
        assertThat(http.request("GET", "/pidp/actuator/health").status()).isEqualTo(404);
    }

    @Test
    void tellsLoadBalancersThatItLives() {
        for (var path : List.of("/__heartbeat__", "/__lbheartbeat__", "/__version__")) {
            assertThat(http.request("GET", path).status()).isEqualTo(200);
        }
    }

    private static RawAnswer request(String method, String path) {
        return http.send(
                method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n1");
    }
}
