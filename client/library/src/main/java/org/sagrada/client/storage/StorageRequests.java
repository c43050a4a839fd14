package org.sagrada.client.storage;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.http.Urls;
import org.sagrada.client.token.StorageToken;
import org.sagrada.model.hawk.HawkCredentials;

/** Requests to the user's endpoint: signed, and repeated once with a new token when the node refuses the one there is. */
final class StorageRequests {

    private static final int UNAUTHORIZED = 401;

    private final HawkHttp http;
    private final TokenSource tokens;
    private final Dialect dialect;

    StorageRequests(HawkHttp http, TokenSource tokens, Dialect dialect) {
        this.http = http;
        this.tokens = tokens;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    URI endpoint() {
        return tokens.current().endpoint();
    }

    /** A request to a path below the endpoint. */
    record Call(
            String method,
            String path,
            @Nullable String body,
            @Nullable Long unmodifiedSince) {

        static Call of(String method, String path) {
            return new Call(method, path, null, null);
        }

        private HttpCall at(StorageToken token, Dialect dialect) {
            HttpCall call = body == null
                    ? HttpCall.of(method, Urls.at(token.endpoint(), path))
                    : HttpCall.of(method, Urls.at(token.endpoint(), path), body);
            return unmodifiedSince == null
                    ? call
                    : call.with(dialect.preconditionHeader(), dialect.format(unmodifiedSince));
        }
    }

    /** The answer, if it is a success; otherwise throws what the protocol says it is. */
    HttpAnswer send(Call call) {
        HttpAnswer answer = withToken(call, http::send, HttpAnswer::status);
        if (!answer.isSuccess()) {
            throw dialect.refusal(answer);
        }
        return answer;
    }

    /** The same for an answer of one JSON value a line, to be closed by the caller. */
    HttpLines open(Call call) {
        HttpLines answer = withToken(
                call,
                (http, credentials) -> this.http.open(http.with("Accept", "application/newlines"), credentials),
                HttpLines::status);
        if (answer.status() != 200) {
            try (answer) {
                throw dialect.refusal(answer.rest());
            }
        }
        return answer;
    }

    private <T> T withToken(Call call, BiFunction<HttpCall, HawkCredentials, T> exchange, ToIntFunction<T> status) {
        StorageToken token = tokens.current();
        T answer = exchange.apply(call.at(token, dialect), token.credentials());
        if (status.applyAsInt(answer) == UNAUTHORIZED) {
            StorageToken renewed = tokens.renew(token);
            answer = exchange.apply(call.at(renewed, dialect), renewed.credentials());
        }
        return answer;
    }

    /** The version that an answer tells. */
    long version(HttpHeaders headers) {
        return dialect.version(headers);
    }
}
