package org.sagrada.pidp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A mail server and a receiver of events, real ones, for as long as the JVM lives. */
public final class OutsideWorld {

    /** Takes every mail. */
    public static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    private static final List<String> TRACES = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSALS = new AtomicInteger();
    private static final AtomicReference<String> REFUSED_ACCOUNT = new AtomicReference<>("");
    private static final HttpServer RECEIVER = start();
    private static final ServerSocket HANGING = hanging();

    private OutsideWorld() {}

    /** The address that events go to. */
    public static String receiverUrl() {
        return "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/events";
    }

    /** The address of a receiver that takes connections and says nothing. */
    public static String hangingReceiverUrl() {
        return "http://127.0.0.1:" + HANGING.getLocalPort() + "/events";
    }

    /** The tokens that were taken, in their order. */
    public static List<String> events() {
        return List.copyOf(EVENTS);
    }

    /** The traces that these belong to. */
    public static List<String> traces() {
        return List.copyOf(TRACES);
    }

    /** Lets the receiver refuse so many pushes before it takes one again. */
    public static void refuseNext(int pushes) {
        REFUSALS.set(pushes);
    }

    /** Lets the receiver refuse every event of an account as malformed; empty for none. */
    public static void refuseEventsOf(String uid) {
        REFUSED_ACCOUNT.set(uid);
    }

    private static boolean isRefused(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return !REFUSED_ACCOUNT.get().isEmpty() && claims.contains(REFUSED_ACCOUNT.get());
    }

    private static ServerSocket hanging() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer start() {
        MAIL.start();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/events", OutsideWorld::take);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            if (isRefused(body)) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            var refused = REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                EVENTS.add(body);
                TRACES.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
            }
            exchange.sendResponseHeaders(refused ? 500 : 202, -1);
        }
    }
}
