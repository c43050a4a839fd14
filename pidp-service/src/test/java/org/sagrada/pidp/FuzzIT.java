package org.sagrada.pidp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.testkit.RawAnswer;
import org.sagrada.testkit.RawHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint there is, found by asking the service for its handlers, gets bodies, headers, paths and queries that no client
 * would send. Whatever comes of it is an answer of the protocol, and never a failure of ours.
 */
@PidpIT
class FuzzIT {

    private static final List<byte[]> BODIES = Stream.concat(
                    Stream.of(
                                    "",
                                    " ",
                                    "null",
                                    "\"text\"",
                                    "7",
                                    "{",
                                    "{}}",
                                    "{}{}",
                                    "{'a':1}",
                                    "{\"email\":NaN}",
                                    "{\"duration\":1e99999999}",
                                    "{\"email\":\"a@b.cd\",\"email\":\"a@b.cd\"}",
                                    "{\"email\":\"\\ud800@example.org\",\"authPW\":\"\\u0000\"}",
                                    "[".repeat(8000),
                                    "{\"payload\":" + "[".repeat(900) + "]".repeat(900) + "}",
                                    "{\"a\":".repeat(2500),
                                    "{\"" + "k".repeat(15_000) + "\":1}",
                                    "{\"duration\":" + "9".repeat(2000) + "}",
                                    "\ufeff{}")
                            .map(text -> text.getBytes(UTF_8)),
                    Stream.of(
                            "{\"email\":\"\u00fc@example.org\"}".getBytes(ISO_8859_1),
                            "{}".getBytes(UTF_16),
                            new byte[] {(byte) 0xc0, (byte) 0x80},
                            new byte[17_000]))
            .toList();

    private static final List<String> AUTHORIZATIONS = List.of(
            "Hawk",
            "Hawk id=\"\"",
            "Hawk id=\"" + "0".repeat(64) + "\", ts=\"1\", nonce=\"n\", mac=\"m\"",
            "Hawk id=\"" + "0".repeat(64) + "\", ts=\"99999999999999999999\", nonce=\"\", mac=\"\", hash=\"\u00fc\"",
            "Hawk id=\"x\", id=\"y\", ts=\"-1\", nonce=\"n\", mac=\"====\"",
            "Bearer",
            "Bearer fxs_",
            "Bearer fxs_" + "\u00fc".repeat(64),
            "Bearer fxk_" + "0".repeat(64),
            "Bearer " + "x".repeat(9000),
            "Basic dXNlcjpwYXNz",
            "BrowserID a~b");

    private static final List<String> QUERIES = List.of(
            "?keys=perhaps",
            "?keys=true&keys=false",
            "?uid=%00",
            "?uid=%ff",
            "?index=-1&limit=1e9",
            "?index=99999999999999999999",
            "?filterIdleDevicesTimestamp=-1",
            "?email=%00&client_id=%ff&scope=%u0000",
            "?" + "a=b&".repeat(2000));

    private static final List<String> SEGMENTS =
            List.of("x", "%00", "%ff", "%ed%a0%80", "a".repeat(3000), "aHR0cHM6Ly9leGFtcGxlLm9yZw", "%20", "~");

    @Autowired
    private PidpClient client;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    private String session = "";

    @BeforeEach
    void signIn() {
        session = "Authorization: Bearer fxs_"
                + tokenId(TokenKind.SESSION, client.signUp().sessionToken());
    }

    @Test
    void answersBodiesThatAreNone() {
        for (var endpoint : endpoints()) {
            for (var body : BODIES) {
                for (var type : List.of("application/json", "application/json;charset=utf-16", "text/\u00e9", "")) {
                    requireAnswer(endpoint, send(endpoint, "", session, type, body));
                }
            }
        }
    }

    @Test
    void answersHeadersQueriesAndPathsThatAreNone() {
        for (var endpoint : endpoints()) {
            for (var authorization : AUTHORIZATIONS) {
                var line = "Authorization: " + authorization;
                requireAnswer(endpoint, send(endpoint, "", line, "application/json", "{}".getBytes(UTF_8)));
            }
            for (var query : QUERIES) {
                requireAnswer(
                        endpoint, query, send(endpoint, query, session, "application/json", "{}".getBytes(UTF_8)));
            }
            for (var segment : endpoint.path().contains("{") ? SEGMENTS : List.<String>of()) {
                var path = endpoint.path().replaceAll("\\{[^}]*}", segment);
                var concrete = new Endpoint(endpoint.method(), path);
                requireAnswer(concrete, send(concrete, "", session, "application/json", "{}".getBytes(UTF_8)));
            }
        }
    }

    @Test
    void answersWrongMembersBehindEachKindOfToken() {
        var random = new Random(7);
        for (var i = 0; i < 60; i++) {
            var account = client.signUp();
            for (var target : List.of("/v1/password/change/finish", "/v1/password/change/finish?keys=true")) {
                var started = client.post(
                        "/v1/password/change/start",
                        Map.of(
                                "email",
                                account.email(),
                                "oldAuthPW",
                                account.stretch().authPw().toHex()));
                requireAnswer(
                        target,
                        client.post(
                                target,
                                HostileInputIT.object(random),
                                TokenKind.PASSWORD_CHANGE,
                                started.text("passwordChangeToken")));
                if (client.login(account.email(), account.password()).status() != 200) {
                    break;
                }
            }
        }
    }

    @Test
    void takesATokenForNothingButWhatItIsFor() {
        var account = client.signUp();
        var kinds = Map.of(
                TokenKind.SESSION, "/v1/session/status",
                TokenKind.KEY_FETCH, "/v1/account/keys",
                TokenKind.PASSWORD_FORGOT, "/v1/password/forgot/status");
        for (var kind : TokenKind.values()) {
            kinds.forEach((asked, target) -> {
                if (kind != asked) {
                    assertThat(client.get(target, kind, account.sessionToken()).errno())
                            .isEqualTo(110);
                    assertThat(client.get(target, kind, account.keyFetchToken()).errno())
                            .isEqualTo(110);
                }
            });
        }
        assertThat(client.keys(account.keyFetchToken())).isNotNull();
    }

    private static void requireAnswer(String what, Answer answer) {
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.errno()).as(answer.body()).isPositive();
        }
    }

    private static void requireAnswer(Endpoint endpoint, RawAnswer answer) {
        requireAnswer(endpoint, "", answer);
    }

    private static void requireAnswer(Endpoint endpoint, String detail, RawAnswer answer) {
        assertThat(answer.status())
                .as("%s %s: %s", endpoint, detail, answer.body())
                .isLessThan(500);
        if (answer.status() >= 400 && !endpoint.method().equals("HEAD")) {
            assertThat(isErrorObject(answer.body()))
                    .as("%s: %d %s", endpoint, answer.status(), answer.body())
                    .isTrue();
        }
    }

    private static boolean isErrorObject(String body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            return json.path("errno").intValue(0) > 0 && json.path("code").intValue(0) >= 400;
        } catch (JacksonException e) {
            return false;
        }
    }

    private RawAnswer send(Endpoint endpoint, String query, String authorization, String type, byte[] body) {
        var head = endpoint.method() + " " + endpoint.path().replaceAll("\\{[^}]*}", "abcd") + query
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + authorization + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                + "Content-Length: " + body.length + "\r\n\r\n";
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        return new RawHttp(client.port()).send(request.toByteArray());
    }

    /** Each method of each path; not what ends the session that all requests use, nor health checks. */
    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        handlers.getHandlerMethods().keySet().forEach(mapping -> {
            Set<String> methods = new TreeSet<>();
            mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            for (var path : mapping.getPatternValues()) {
                for (var method : methods) {
                    if (path.startsWith("/v1/") && !path.equals("/v1/session/destroy")) {
                        endpoints.add(new Endpoint(method, path));
                    }
                }
            }
        });
        assertThat(endpoints).hasSizeGreaterThan(50);
        return endpoints;
    }

    private static String tokenId(TokenKind kind, String token) {
        return TokenKeys.derive(kind, Key32.fromHex(token)).tokenId().toHex();
    }

    private record Endpoint(String method, String path) {}
}
