package org.sagrada.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user who comes with an access token and the id of their keys, as Firefox does. */
final class OAuthUser {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIREFOX = "5882386c6d801776";
    private static final String SCOPE = "https://identity.mozilla.com/apps/oldsync";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final String session;

    private OAuthUser(String server, String email) {
        this.server = server;
        var stretch = QuickStretch.v1(email, "correct horse battery staple");
        var account = post(
                "/v1/account/create",
                "",
                Map.of("email", email, "authPW", stretch.authPw().toHex()));
        var token = Key32.fromHex(account.get("sessionToken").stringValue());
        this.session = "Bearer fxs_"
                + TokenKeys.derive(TokenKind.SESSION, token).tokenId().toHex();
    }

    static OAuthUser signUp(String server, String email) {
        return new OAuthUser(server, email);
    }

    /** When the account's keys were made, in ms. */
    long keysChangedAt() {
        return post("/v1/account/scoped-key-data", session, Map.of("client_id", FIREFOX, "scope", SCOPE))
                .get(SCOPE)
                .get("keyRotationTimestamp")
                .longValue();
    }

    /** What the token service answers for keys of this id. */
    HttpResponse<String> tokenFor(String keyId) {
        var request = Map.of("grant_type", "fxa-credentials", "client_id", FIREFOX, "scope", SCOPE);
        var accessToken =
                post("/v1/oauth/token", session, request).get("access_token").stringValue();
        return send(HttpRequest.newBuilder(URI.create(server + "/1.0/sync/1.5"))
                .header("Authorization", "Bearer " + accessToken)
                .header("X-KeyID", keyId)
                .build());
    }

    private JsonNode post(String path, String authorization, Map<String, String> body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = send(request.build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
