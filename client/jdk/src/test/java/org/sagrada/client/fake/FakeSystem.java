package org.sagrada.client.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.model.browserid.SupportDocument;
import org.sagrada.model.hawk.HawkVerdict;

/** All three services on one port of the loopback. Their clock is the device's and a bit more, if so told. */
public final class FakeSystem implements AutoCloseable {

    private final HttpServer server;
    private final Duration ahead;
    private final FakeAccounts accounts;
    private final FakeTokens tokens;
    private final HawkDoor storageDoor;
    private final Map<String, FakeStorage> storages = new HashMap<>();
    private final Deque<Reply> storageTroubles = new ArrayDeque<>();

    private FakeSystem(Duration ahead) throws IOException {
        this.ahead = ahead;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        InstantSource clock = () -> Instant.now().plus(ahead);
        SecureRandom random = new SecureRandom();
        String issuer = "127.0.0.1:" + server.getAddress().getPort();
        accounts = new FakeAccounts(clock, random, issuer);
        tokens = new FakeTokens(clock, random, url(), issuer, accounts.key(), accounts::ownerOf);
        storageDoor = new HawkDoor(clock);
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeSystem start() {
        return start(Duration.ZERO);
    }

    /** A system whose clock is ahead of the device's. */
    public static FakeSystem start(Duration ahead) {
        try {
            return new FakeSystem(ahead);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether accounts and sessions count as confirmed. */
    public synchronized void confirmAll(boolean confirmed) {
        accounts.confirmAll(confirmed);
    }

    /** Ends every session, as another device may do. */
    public synchronized void endSessions() {
        accounts.endSessions();
    }

    /** Makes every token for the keys useless, as time does. */
    public synchronized void spendKeyTokens() {
        accounts.spendKeyTokens();
    }

    /** Deletes an account. */
    public synchronized void delete(String email) {
        accounts.delete(email);
    }

    /** Gives an account other keys, as a reset does, and ends its sessions. */
    public synchronized void replaceKeys(String email) {
        accounts.replaceKeys(email);
    }

    /** The token service refuses the next request with this word, and gives no token that was given out before. */
    public synchronized void tokenRefusedNext(String word) {
        tokens.revokeAll();
        tokens.refuseNext(word);
    }

    /** The token service takes access tokens alone from now on. */
    public synchronized void takeNoAssertions() {
        tokens.takeNoAssertions();
    }

    /** The identity provider certifies no keys from now on. */
    public synchronized void certifyNothing() {
        accounts.certifyNothing();
    }

    /** Makes every token for the storage invalid. */
    public synchronized void revokeTokens() {
        tokens.revokeAll();
    }

    /** How many tokens were given out. */
    public synchronized int tokensIssued() {
        return tokens.count();
    }

    /** The next request to the storage gets this answer, whatever it asks for. */
    public synchronized void storageAnswersNext(int status, String body, Map<String, String> headers) {
        storageTroubles.add(new Reply(status, headers, body));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(Incoming.of(exchange));
            Instant now = Instant.now().plus(ahead);
            exchange.getResponseHeaders().set("Timestamp", Long.toString(now.getEpochSecond()));
            exchange.getResponseHeaders().set("X-Timestamp", Long.toString(now.getEpochSecond()));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized Reply answer(Incoming request) {
        if (request.path().equals("/__heartbeat__")) {
            return Reply.json(200, "{}");
        }
        if (request.path().equals("/.well-known/browserid")) {
            return Reply.json(
                    200, SupportDocument.format(new SupportDocument.Primary(List.of(accounts.key()), "/a", "/p")));
        }
        if (request.path().startsWith("/v1/")) {
            return accounts.answer(request);
        }
        if (request.path().startsWith("/1.0/sync/")) {
            return tokens.answer(request);
        }
        if (!request.path().startsWith("/2.0/")) {
            return Reply.corniceError(404, "error");
        }
        Reply trouble = storageTroubles.poll();
        if (trouble != null) {
            return trouble;
        }
        if (!(storageDoor.judge(request, tokens::credentials) instanceof HawkVerdict.Accepted)) {
            return Reply.corniceError(401, "error");
        }
        String[] parts = request.path().split("/", 4);
        return storages.computeIfAbsent(parts[2], uid -> new FakeStorage()).answer(request, "/" + parts[3]);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
