package org.sagrada.browsertest.firefox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sagrada.browsertest.server.Server;

/** No test: measures how much of a first sync a browser spends on waiting for our servers. {@code dev/firefox-figures} runs it. */
class FirstSyncFigures {

    private static final int BOOKMARKS = 2_000;
    private static final int PASSWORDS = 100;
    private static final int VISITS = 3_000;
    private static final int ROUNDS_OF_USE = 10;
    private static final int RECORDS_OF_USE = 5_000;
    private static final List<String> SERVICES = List.of("storage", "token", "pidp");

    @Test
    void firstSync() throws Exception {
        try (var server = Server.start()) {
            System.out.println("| | sync s | storage s | token service s | PIdP s | waiting |");
            System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
            // A server is started once and used for months: its first user waits for its compiler too.
            var somebody = new Person("first@example.org", "a figure of eight");
            firstSync(server, "a server that has just started", somebody);
            try (var program = OtherProgram.logIn("http://localhost:" + server.port(), somebody)) {
                program.writeAndRead("forms", ROUNDS_OF_USE, RECORDS_OF_USE);
            }
            firstSync(server, "a server in use", new Person("second@example.org", "a figure of nine"));
        }
    }

    private static void firstSync(Server server, String state, Person person) throws Exception {
        try (var first = Firefox.fresh("first", "http://localhost:" + server.port());
                var second = Firefox.fresh("second", "http://localhost:" + server.port())) {
            first.bookmarks()
                    .add(IntStream.rangeClosed(1, BOOKMARKS)
                            .boxed()
                            .collect(toMap(i -> "https://bookmark.example/" + i, i -> "Bookmark number " + i)));
            first.passwords().addMany(PASSWORDS);
            first.history()
                    .visit(IntStream.rangeClosed(1, VISITS)
                            .mapToObj(i -> "https://visit.example/" + i)
                            .toList());

            measure("upload, " + state, server, first, () -> first.account().signUp(person));
            measure(
                    "download by a second device, " + state,
                    server,
                    second,
                    () -> second.account().signIn(person));

            assertThat(second.bookmarks().all()).hasSizeGreaterThanOrEqualTo(BOOKMARKS);
            assertThat(second.passwords().all()).hasSize(PASSWORDS);
            assertThat(second.history().all()).hasSizeGreaterThanOrEqualTo(VISITS);
        }
    }

    /** The PIdP is asked before and after the sync, for the sign-in, and its time is shown but not counted. */
    private static void measure(String name, Server server, Firefox device, Runnable signIn) throws Exception {
        var before = seconds(server);
        signIn.run();
        device.sync().run();
        var after = seconds(server);
        var took = device.sync().taken() / 1000.0;
        var waiting = after.get(0) - before.get(0) + after.get(1) - before.get(1);
        System.out.printf(
                "| %s | %.1f | %.2f | %.2f | %.2f | %.1f %% |%n",
                name,
                took,
                after.get(0) - before.get(0),
                after.get(1) - before.get(1),
                after.get(2) - before.get(2),
                100 * waiting / took);
    }

    /** What each service has spent on answering so far. */
    private static List<Double> seconds(Server server) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var all = new ArrayList<Double>();
            for (var service : SERVICES) {
                var request = HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + server.managementPort() + "/" + service + "/actuator/prometheus"))
                        .build();
                var metrics =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                all.add(metrics.lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_sum"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum());
            }
            return all;
        }
    }
}
