package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.sagrada.testkit.PostgresServer;
import org.sagrada.testkit.TestDatabase;

/** What only a process of its own can show, with a heap of 256 MB: that its memory is bounded, and how it ends. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OwnProcessIT {

    private static final int READERS = 100;
    private static final int WRITERS = 60;
    private static final String LARGE = "x".repeat(100_000);

    private final TestDatabase database = PostgresServer.shared().newDatabase();
    private KillableService service;

    @BeforeAll
    void launch() throws IOException {
        service = new KillableService(database);
    }

    @BeforeEach
    void startAgainWhatATestEnded() throws IOException {
        if (!service.isAlive()) {
            service.start();
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void manyLargePagesForSlowClientsDoNotFillTheHeap() throws IOException {
        var device = device(1);
        var col = device.path15("/storage/col");
        device.post(col, large("a", 20)).expect(200);
        device.post(col, large("b", 20)).expect(200);
        var sockets = new ArrayList<Socket>();
        try {
            for (var i = 0; i < READERS; i++) {
                sockets.add(slowReader(device, col + "?full=1"));
            }
            var statuses = new ArrayList<String>();
            for (var socket : sockets) {
                statuses.add(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
            }
            assertThat(statuses).containsOnly("HTTP/1.1 200", "HTTP/1.1 503");
            device.get(device.path15("/info/collections")).expect(200);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> device.get(col + "?full=1").status() == 200);
        assertThat(device.get(col + "?full=1").json()).hasSize(40);
    }

    @Test
    void manyLargePostsAtOnceDoNotFillTheHeap() throws Exception {
        var body = large("p", 20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < WRITERS; i++) {
                var device = device(100 + i);
                posts.add(() -> statusOf(() -> device.post(device.path15("/storage/col"), body)));
            }
            for (var status : threads.invokeAll(posts)) {
                assertThat(status.get()).isIn(200, 503);
            }
        }
        var device = device(1);
        device.post(device.path15("/storage/other"), body).expect(200);
    }

    /** Who is refused before the body was read meets a closed connection, if it still writes then. */
    private static int statusOf(Supplier<Answer> post) {
        try {
            return post.get().status();
        } catch (UncheckedIOException e) {
            return 503;
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whoIsBeingServedWhenItIsAskedToEndGetsTheAnswerAndWhatItTold() throws Exception {
        var device = device(2);
        device.put(device.path20("/storage/col/first"), "{\"payload\":\"\"}").expect(201);
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            makeWritesSlow(connection);
            var slow = threads.submit(() -> device.put(device.path20("/storage/col/slow"), "{\"payload\":\"kept\"}"));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isWriting(connection));

            service.askToEnd();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::takesNobody);

            assertThat(slow.get().status()).isEqualTo(201);
            service.awaitEnd();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT version FROM storage.bso WHERE user_id = 2 AND bso_id = 'slow'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(slow.get().version());
            }
        }
    }

    private Device device(long user) {
        return new Device(service.port(), user, Clock.systemUTC());
    }

    private static String large(String prefix, int records) {
        var list = new ArrayList<String>();
        for (var i = 0; i < records; i++) {
            list.add("{\"id\":\"" + prefix + i + "\",\"payload\":\"" + LARGE + "\"}");
        }
        return "[" + String.join(",", list) + "]";
    }

    /** Asks and does not listen. */
    private Socket slowReader(Device device, String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        var authorization =
                device.authorization(Tokens.of(device.user(), Clock.systemUTC().instant()), "GET", path);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                                + authorization + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void makeWritesSlow(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION storage.slow() RETURNS trigger LANGUAGE plpgsql AS "
                    + "$$ BEGIN PERFORM pg_sleep(3); RETURN NEW; END $$");
            statement.execute("CREATE TRIGGER slow BEFORE UPDATE ON storage.account FOR EACH ROW"
                    + " WHEN (NEW.user_id = 2) EXECUTE FUNCTION storage.slow()");
        }
    }

    private static boolean isWriting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'")) {
            return row.next();
        }
    }

    private boolean takesNobody() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }
}
