package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.testkit.PostgresServer;
import tools.jackson.databind.json.JsonMapper;

/** Starting and stopping as an operator sees it: the process, its words, its exit codes, what it leaves behind. */
class ProcessIT {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration REFUSES_WITHIN = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    @Test
    void saysWhatItIsStopsCleanlyAndStartsAgainAfterBeingKilled() throws Exception {
        String keys;
        try (var first = Launched.start(data, "--port=0")) {
            var port = first.awaitReady();
            assertThat(first.output().strip().lines().toList().reversed().subList(0, 7))
                    .satisfiesExactly(
                            stop -> assertThat(stop).contains("Ctrl-C"),
                            next -> assertThat(next).contains("./sagrada demo"),
                            administer -> assertThat(administer).contains("./sagrada-admin", data.toString()),
                            where -> assertThat(where).contains(data.toString()),
                            management -> assertThat(management).contains("/actuator/"),
                            listens -> assertThat(listens).contains("http://localhost:" + port),
                            ready -> assertThat(ready).contains("ready"));
            keys = get(port, "/.well-known/browserid");
            assertSecondStartIsRefused("--port=0", "in use by process");

            first.terminate();
            assertThat(first.awaitExit(STOPS_WITHIN)).isEqualTo(143);
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        }

        try (var second = Launched.start(data, "--port=0")) {
            assertThat(get(second.awaitReady(), "/.well-known/browserid")).isEqualTo(keys);
            second.kill();
            assertThat(data.resolve("postgresql/postmaster.pid")).exists();
        }

        try (var third = Launched.start(data, "--port=0")) {
            assertThat(get(third.awaitReady(), "/.well-known/browserid")).isEqualTo(keys);
            assertThat(third.output()).contains("still runs");
        }
    }

    @Test
    void usesAnExternalDatabaseWhenOneIsNamed() throws Exception {
        try (var stack = startWithADatabase()) {
            assertThat(get(stack.awaitReady(), "/__heartbeat__")).contains("ok");
        }
        assertThat(data.resolve("postgresql")).doesNotExist();
    }

    @Test
    void writesItsLogAsJsonWithTheIdsOfRequests() throws Exception {
        try (var stack = startWithADatabase(
                "--logging.structured.format.console=ecs", "--logging.level.org.springframework.web.servlet=debug")) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + stack.awaitReady() + "/1.0/sync/1.5"))
                    .header("Authorization", "Bearer a-token-of-this-test")
                    .build();
            var id = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("X-Request-Id")
                    .orElseThrow();

            Awaitility.await().untilAsserted(() -> assertThat(stack.output()).contains(id));
            var lines = stack.output()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.at("/@timestamp").stringValue()).endsWith("Z");
                assertThat(line.at("/log/level").stringValue()).isNotEmpty();
                assertThat(line.at("/log/logger").stringValue()).isNotEmpty();
                assertThat(line.at("/message").stringValue()).isNotEmpty();
                assertThat(line.at("/service/name").stringValue()).isEqualTo("sagrada-standalone");
            });
            assertThat(lines)
                    .anySatisfy(line ->
                            assertThat(line.path("traceId").asString("")).isEqualTo(id));
            assertThat(stack.output()).doesNotContain("a-token-of-this-test");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertSecondStartIsRefused("--port=" + taken.getLocalPort(), "Port " + taken.getLocalPort());
        }
        assertThat(data.resolve("postgresql")).doesNotExist();
    }

    @Test
    void namesAKeyThatItDoesNotKnow() throws Exception {
        assertSecondStartIsRefused("--sagrada.standalone.prot=8000", "sagrada.standalone.prot");
    }

    @Test
    void helpsAndRefusesUnknownOptions() throws Exception {
        try (var help = Launched.start(data, "--help")) {
            assertThat(help.awaitExit(REFUSES_WITHIN)).isZero();
            assertThat(help.output()).contains("--data-dir", "--public-url", "sagrada.database.url");
        }
        try (var unknown = Launched.start(data, "--prot=8000")) {
            assertThat(unknown.awaitExit(REFUSES_WITHIN)).isEqualTo(2);
            assertThat(unknown.output()).contains("--prot=8000", "--help");
        }
        assertThat(data).isEmptyDirectory();
    }

    private Launched startWithADatabase(String... arguments) throws IOException {
        var database = PostgresServer.shared().newDatabase();
        var all = new ArrayList<>(List.of(
                "--port=0",
                "--sagrada.database.url=" + database.url(),
                "--sagrada.database.username=" + database.username(),
                "--sagrada.database.password=" + database.password()));
        all.addAll(List.of(arguments));
        return Launched.start(data, all.toArray(String[]::new));
    }

    private void assertSecondStartIsRefused(String argument, String because) throws Exception {
        try (var second = Launched.start(data, argument)) {
            assertThat(second.awaitExit(REFUSES_WITHIN)).isEqualTo(1);
            assertThat(second.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("sagrada: ", because);
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
