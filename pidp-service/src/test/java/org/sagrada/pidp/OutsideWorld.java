package org.sagrada.pidp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server and a receiver of events, real ones, for as long as the JVM lives. */
public final class OutsideWorld {

    /** Takes every mail. */
    public static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSALS = new AtomicInteger();
    private static final HttpServer RECEIVER = start();

    private OutsideWorld() {}

    /** The address that events go to. */
    public static String receiverUrl() {
        return "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/events";
    }

    /** The tokens that were taken, in their order. */
    public static List<String> events() {
        return List.copyOf(EVENTS);
    }

    /** Lets the receiver refuse so many pushes before it takes one again. */
    public static void refuseNext(int pushes) {
        REFUSALS.set(pushes);
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
            var refused = REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                EVENTS.add(body);
            }
            exchange.sendResponseHeaders(refused ? 500 : 202, -1);
        }
    }
}
