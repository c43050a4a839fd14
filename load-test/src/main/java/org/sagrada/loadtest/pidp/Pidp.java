package org.sagrada.loadtest.pidp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.sagrada.loadtest.storage.HttpAnswer;
import org.sagrada.loadtest.storage.HttpConnection;
import org.sagrada.model.hawk.HawkArtifacts;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkHeader;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import tools.jackson.databind.json.JsonMapper;

/** The PIdP's account API as far as the benchmark needs it. */
final class Pidp {

    private static final String CREATE = "/v1/account/create";
    private static final String LOGIN = "/v1/account/login";
    private static final String SIGN = "/v1/certificate/sign";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI service;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong nonces = new AtomicLong();

    Pidp(URI service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** A connection of its own, for one worker. */
    HttpConnection connect() {
        return new HttpConnection(service, "timestamp");
    }

    /** Makes an account. Stretching a password is a client's work, so the proof of it is a random one. */
    Account signUp(HttpConnection connection, String email, Key32 authPw) throws IOException {
        var body = JSON.writeValueAsString(Map.of("email", email, "authPW", authPw.toHex()));
        var answer = connection.send(head(CREATE), body.getBytes(UTF_8));
        requireSuccess(CREATE, answer);
        var token = Key32.fromHex(
                JSON.readTree(answer.body()).required("sessionToken").stringValue());
        var keys = TokenKeys.derive(TokenKind.SESSION, token);
        var session = HawkCredentials.ofBytes(
                keys.tokenId().toHex(), keys.requestKey().bytes());
        return new Account(body, session);
    }

    /** Signs in; what comes of it is the caller's to judge. */
    HttpAnswer login(HttpConnection connection, Account account) throws IOException {
        return connection.send(head(LOGIN), account.loginBytes());
    }

    /** Signs in and fails unless it worked. */
    void requireLogin(HttpConnection connection, Account account) throws IOException {
        requireSuccess(LOGIN, login(connection, account));
    }

    /** Has a key certified and fails unless it worked. */
    void requireCertificate(HttpConnection connection, Account account, byte[] publicKey) throws IOException {
        var url = URI.create(service + SIGN);
        var artifacts = HawkArtifacts.of(clock.instant().getEpochSecond(), run + nonces.incrementAndGet());
        var header = HawkHeader.sign(account.session(), HawkRequest.of("POST", url), artifacts);
        requireSuccess(SIGN, connection.send(head(SIGN) + "Authorization: " + header.format() + "\r\n", publicKey));
    }

    private String head(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAccept: application/json\r\n";
    }

    private static void requireSuccess(String path, HttpAnswer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status() + " " + answer.body());
        }
    }
}
