package org.sagrada.browsertest.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Who runs the server, with its management API. */
final class Operator {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI accounts;
    private final String token;

    Operator(int managementPort, String token) {
        this.accounts = URI.create("http://localhost:" + managementPort + "/pidp/admin/pidp/accounts");
        this.token = token;
    }

    void makeAccount(Person person) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("email", person.email(), "authPW", person.authPw()));
        var request = HttpRequest.newBuilder(accounts)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("No account was made: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
