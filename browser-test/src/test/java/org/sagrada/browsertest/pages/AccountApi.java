package org.sagrada.browsertest.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.sagrada.model.onepw.AccountKeys;
import org.sagrada.model.onepw.BundleException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account API as a program uses it, to compare what the pages do. */
final class AccountApi {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    AccountApi(String server) {
        this.server = server;
    }

    /** A session of a program, not of a page. */
    Session signIn(Person person) {
        var answer = post("/v1/account/login?keys=true", Map.of("email", person.email(), "authPW", person.authPw()));
        return new Session(
                answer.get("uid").stringValue(),
                answer.get("sessionToken").stringValue(),
                answer.get("keyFetchToken").stringValue());
    }

    /** The key of everything, as the password opens it. */
    Key32 kB(Person person) {
        var token = TokenKeys.derive(
                TokenKind.KEY_FETCH, Key32.fromHex(signIn(person).keyFetchToken()));
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/v1/account/keys"))
                .header("Authorization", "Bearer fxk_" + token.tokenId().toHex())
                .build());
        try {
            return AccountKeys.open(answer.get("bundle").stringValue(), token.bundleKey())
                    .kB(QuickStretch.v1(person.email(), person.password()));
        } catch (BundleException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode post(String path, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whoever signed in, with tokens in hexadecimal digits. */
    record Session(String uid, String sessionToken, String keyFetchToken) {}
}
