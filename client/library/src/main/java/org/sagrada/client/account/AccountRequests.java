package org.sagrada.client.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.http.Urls;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;

/** Requests to the identity provider; refusals become an {@link AccountException}. */
final class AccountRequests {

    private final URI base;
    private final HawkHttp http;

    AccountRequests(URI base, HawkHttp http) {
        this.base = base;
        this.http = http;
    }

    Json post(String path, Map<String, ?> body) {
        return Json.parse(succeeded(http.send(HttpCall.of("POST", Urls.at(base, path), Json.format(body)))));
    }

    Json get(String path, TokenKeys token) {
        return Json.parse(signed(HttpCall.of("GET", Urls.at(base, path)), token));
    }

    List<Json> list(String path, TokenKeys token) {
        return Json.parseList(signed(HttpCall.of("GET", Urls.at(base, path)), token));
    }

    Json post(String path, Map<String, ?> body, TokenKeys token) {
        return send("POST", path, body, token);
    }

    Json put(String path, Map<String, ?> body, TokenKeys token) {
        return send("PUT", path, body, token);
    }

    void delete(String path, TokenKeys token) {
        signed(HttpCall.of("DELETE", Urls.at(base, path)), token);
    }

    private Json send(String method, String path, Map<String, ?> body, TokenKeys token) {
        return Json.parse(signed(HttpCall.of(method, Urls.at(base, path), Json.format(body)), token));
    }

    private String signed(HttpCall call, TokenKeys token) {
        HawkCredentials credentials = HawkCredentials.ofBytes(
                token.tokenId().toHex(), token.requestKey().bytes());
        HttpAnswer answer = http.send(call, credentials);
        if (answer.status() == 401 && AccountErrors.errno(answer) == AccountErrors.BAD_TIMESTAMP) {
            // The first answer told the server's time; signed by that, the second request is on time.
            answer = http.send(call, credentials);
        }
        return succeeded(answer);
    }

    private static String succeeded(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            throw AccountErrors.of(answer);
        }
        return answer.body();
    }

    static TokenKeys sessionKeys(Key32 sessionToken) {
        return TokenKeys.derive(TokenKind.SESSION, sessionToken);
    }

    /** A key that an answer must have, in hexadecimal. */
    static Key32 key(Json answer, String name) {
        try {
            return Key32.fromHex(answer.text(name));
        } catch (IllegalArgumentException malformed) {
            throw new UnexpectedAnswerException("'" + name + "' isn't a key");
        }
    }
}
