package org.sagrada.browsertest.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever runs the server, and reads codes to users out where no mail goes out.
 *
 * @param port where the PIdP is managed
 */
record Operator(int port) {

    private static final String TOKEN = "an operator's token of this test";

    /** What the server has to be started with. */
    static final String SETTING = "--sagrada.pidp.admin.token=" + TOKEN;

    /** The code in the newest mail to an address that has one. */
    String codeFor(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/pidp/mails"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared()
                    .readTree(answer)
                    .get("mails")
                    .valueStream()
                    .filter(mail -> mail.path("recipient").asString("").equals(address))
                    .map(mail -> mail.path("code").asString(""))
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No mail with a code"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
