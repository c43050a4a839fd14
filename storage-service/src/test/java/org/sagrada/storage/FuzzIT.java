package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sagrada.model.hawk.HawkArtifacts;

/**
 * Thousands of hostile requests, most of them signed well, at the service's own door. Each must be refused with a 4xx in the form of
 * its protocol, and none may change anything. A failure names its seed.
 */
class FuzzIT extends StorageIT {

    private static final int CONNECTIONS = 4;
    private static final int REQUESTS_EACH = 2_600;
    private static final long SEED = 20_140_131;

    @Test
    void hostileRequestsAreRefusedInTheRightFormAndChangeNothing() throws Exception {
        device.put(device.path20("/storage/col/a"), "{\"payload\":\"precious\",\"sortindex\":1}")
                .expect(201);
        device.post(device.path20("/storage/other"), "[{\"id\":\"b\",\"payload\":\"2\"}]")
                .expect(200);
        var before = everything();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attacks = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                var seed = SEED + i;
                attacks.add(() -> attack(seed));
            }
            var answered = 0;
            for (var attack : threads.invokeAll(attacks)) {
                answered += attack.get();
            }
            assertThat(answered).isGreaterThanOrEqualTo(10_000);
        }

        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        return List.of(
                device.get(device.path20("/info/collections")).expect(200).body(),
                device.get(device.path20("/info/collection_counts")).body(),
                device.get(device.path20("/storage/col?full=1")).body(),
                device.get(device.path20("/storage/other?full=1")).body());
    }

    private int attack(long seed) throws Exception {
        var random = new Random(seed);
        var requests = new HostileRequests(random);
        var answered = 0;
        Socket socket = null;
        try {
            for (var i = 0; i < REQUESTS_EACH; i++) {
                if (socket == null) {
                    socket = new Socket(InetAddress.getLoopbackAddress(), port());
                    socket.setSoTimeout(20_000);
                    socket.setTcpNoDelay(true);
                }
                var request = requests.next(device.user());
                socket.getOutputStream().write(bytes(request));
                var answer = KeepAliveAnswer.read(socket.getInputStream());
                assertRefused(answer, request, "seed " + seed + ", request " + i);
                answered++;
                if (answer.closes()) {
                    socket.close();
                    socket = null;
                }
            }
        } finally {
            if (socket != null) {
                socket.close();
            }
        }
        return answered;
    }

    private byte[] bytes(HostileRequest request) {
        var head = request.method() + " " + request.target() + " HTTP/1.1\r\nHost: localhost\r\n"
                + (request.signed() ? "Authorization: " + authorization(request) + "\r\n" : "")
                + request.headers()
                + (request.body().length == 0 && !request.method().startsWith("P")
                        ? ""
                        : "Content-Length: " + request.body().length + "\r\n")
                + "\r\n";
        var headBytes = head.getBytes(StandardCharsets.UTF_8);
        var all = new byte[headBytes.length + request.body().length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(request.body(), 0, all, headBytes.length, request.body().length);
        return all;
    }

    private String authorization(HostileRequest request) {
        var artifacts = HawkArtifacts.of(
                clock.instant().getEpochSecond(), UUID.randomUUID().toString());
        return device.rawAuthorization(
                Tokens.of(device.user(), clock.instant()), request.method(), request.target(), artifacts);
    }

    private static void assertRefused(KeepAliveAnswer answer, HostileRequest request, String which) {
        var told = which + ": " + request + "\n" + answer;
        assertThat(answer.status()).as(told).isBetween(400, 499);
        if (request.target().startsWith("/1.5/")) {
            assertThat(answer.body()).as(told).matches("[0-9]+");
            assertThat(answer.head()).as(told).containsIgnoringCase("\r\nX-Weave-Timestamp: ");
        } else {
            assertThat(answer.body()).as(told).startsWith("{\"status\":\"error\",\"errors\":[");
            assertThat(answer.head()).as(told).containsIgnoringCase("\r\nX-Timestamp: ");
        }
        assertThat(answer.head()).as(told).containsIgnoringCase("\r\nContent-Type: application/json");
    }
}
