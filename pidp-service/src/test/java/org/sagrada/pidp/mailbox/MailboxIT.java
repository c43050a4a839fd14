package org.sagrada.pidp.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sagrada.pidp.Answer;
import org.sagrada.pidp.MovableClock;
import org.sagrada.pidp.PidpClient;
import org.sagrada.pidp.PidpIT;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class MailboxIT {

    private static final String ALICE = "a".repeat(256);
    private static final String BOB = "b".repeat(256);
    private static final String EVE = "e".repeat(256);

    @Autowired
    private PidpClient client;

    @Autowired
    private MovableClock clock;

    @Test
    void passesMessagesBetweenTwo() {
        var channel = open();
        var empty = get(channel, ALICE);
        assertThat(empty.body()).isEqualTo("{}");
        assertThat(empty.headers().firstValue("ETag")).isEmpty();

        var first = put(channel, ALICE, "\"one\"", "If-None-Match", "*");
        assertThat(first.status()).isEqualTo(200);
        var etag = first.headers().firstValue("ETag").orElseThrow();
        var read = get(channel, BOB);
        assertThat(read.body()).isEqualTo("\"one\"");
        assertThat(read.headers().firstValue("ETag")).contains(etag);
        assertThat(send(request(channel, BOB).header("If-None-Match", etag).GET())
                        .status())
                .isEqualTo(304);

        var lost = put(channel, ALICE, "\"late\"", "If-None-Match", "*");
        assertThat(lost.status()).isEqualTo(412);
        assertThat(lost.headers().firstValue("ETag")).contains(etag);
        assertThat(put(channel, BOB, "\"two\"", "If-Match", etag).status()).isEqualTo(200);
        assertThat(get(channel, ALICE).body()).isEqualTo("\"two\"");
    }

    @Test
    void endsAChannelThatAThirdOneTouches() {
        var channel = open();
        get(channel, BOB);
        assertThat(get(channel, EVE).status()).isEqualTo(400);
        assertThat(get(channel, ALICE).status()).isEqualTo(404);
    }

    @Test
    void endsAChannelAfterSixFetchesOrFiveMinutesOrOnDemand() {
        var used = open();
        for (var i = 0; i < 6; i++) {
            assertThat(get(used, ALICE).status()).isEqualTo(200);
        }
        assertThat(get(used, ALICE).status()).isEqualTo(404);

        var closed = open();
        assertThat(send(request(closed, ALICE).DELETE()).status()).isEqualTo(200);
        assertThat(get(closed, ALICE).status()).isEqualTo(404);

        var old = open();
        clock.advance(Duration.ofMinutes(6));
        assertThat(get(old, ALICE).status()).isEqualTo(404);
    }

    @Test
    void refusesIdsOfAnotherLengthAndBodiesOverTheLimit() {
        assertThat(send(request("new_channel", "short").GET()).status()).isEqualTo(400);
        var channel = open();
        var large = send(request(channel, ALICE).PUT(BodyPublishers.ofString("x".repeat(16_385))));
        assertThat(large.status()).isEqualTo(413);
        assertThat(get(channel, ALICE).status()).isEqualTo(200);
    }

    @Test
    void takesReportsAndEndsTheChannelTheyName() {
        var channel = open();
        var report = request("report", ALICE)
                .header("X-KeyExchange-Cid", channel)
                .header("X-KeyExchange-Log", "jpake.error.keymismatch")
                .POST(BodyPublishers.noBody());
        assertThat(send(report).status()).isEqualTo(200);
        assertThat(get(channel, ALICE).status()).isEqualTo(404);
        assertThat(send(request("report", ALICE).POST(BodyPublishers.noBody())).status())
                .isEqualTo(400);
    }

    private String open() {
        // What other tests did from this address is an hour ago.
        clock.advance(Duration.ofMinutes(61));
        var answer = send(request("new_channel", ALICE).GET());
        assertThat(answer.body()).matches("\"[a-z0-9]{4}\"");
        return answer.body().substring(1, 5);
    }

    private Answer get(String channel, String id) {
        return send(request(channel, id).GET());
    }

    private Answer put(String channel, String id, String content, String condition, String value) {
        return send(request(channel, id).header(condition, value).PUT(BodyPublishers.ofString(content)));
    }

    private HttpRequest.Builder request(String path, String id) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + client.port() + "/mailbox/v1/" + path))
                .header("X-KeyExchange-Id", id);
    }

    private Answer send(HttpRequest.Builder request) {
        return client.send(request.build());
    }
}
