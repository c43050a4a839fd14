package org.sagrada.client.pairing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.http.Urls;
import org.sagrada.model.crypto.Hex;

/** One device's end of a channel of the identity provider's mailbox, which two devices write to in turns. */
final class Mailbox {

    private static final int ID_BYTES = 128;
    private static final int LIFE_MINUTES = 5;

    private final URI base;
    private final HawkHttp http;
    private final Duration pause;
    private final String id;
    private final Instant end;
    private String channel;
    private @Nullable String etag;

    private Mailbox(URI pidp, HawkHttp http, Duration pause, SecureRandom random, String channel) {
        this.base = Urls.at(pidp, "/mailbox/v1");
        this.http = http;
        this.pause = pause;
        this.channel = channel;
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        this.id = Hex.encode(bytes);
        this.end = http.clock().instant().plus(Duration.ofMinutes(LIFE_MINUTES));
    }

    /** Opens a new channel. */
    static Mailbox open(URI pidp, HawkHttp http, Duration pause, SecureRandom random) {
        Mailbox mailbox = new Mailbox(pidp, http, pause, random, "");
        HttpAnswer answer = mailbox.send(HttpCall.of("GET", Urls.at(mailbox.base, "/new_channel")));
        mailbox.channel = Json.parse("{\"name\":" + answer.body() + "}").text("name");
        return mailbox;
    }

    /** Takes part in a channel that another device opened. */
    static Mailbox join(URI pidp, HawkHttp http, Duration pause, SecureRandom random, String channel) {
        return new Mailbox(pidp, http, pause, random, channel);
    }

    String channel() {
        return channel;
    }

    /** Writes a message in answer to the last one. */
    void put(Json message) {
        HttpCall call = HttpCall.of("PUT", url(), Json.format(message.asMap()));
        etag = etag(send(etag == null ? call.with("If-None-Match", "*") : call.with("If-Match", etag)));
    }

    /**
     * Waits for the partner's next message.
     *
     * @throws PairingException.Ended if it doesn't come while the channel lives
     */
    Json await() {
        while (true) {
            HttpCall call = HttpCall.of("GET", url());
            HttpAnswer answer = send(etag == null ? call : call.with("If-None-Match", etag));
            if (answer.status() == 200) {
                etag = etag(answer);
                return message(answer);
            }
            if (http.clock().instant().isAfter(end)) {
                throw new PairingException.Ended();
            }
            rest();
        }
    }

    /** Ends the channel, if it is still there. */
    void close() {
        http.send(identified(HttpCall.of("DELETE", url())));
    }

    private HttpAnswer send(HttpCall call) {
        HttpAnswer answer = http.send(identified(call));
        int status = answer.status();
        if (status == 404) {
            throw new PairingException.Ended();
        }
        if (status == 412 || status == 400) {
            // A third party wrote to the channel, or took a partner's place.
            throw new PairingException.Tampered();
        }
        if (status != 200 && status != 304) {
            throw new PairingException.Refused(status);
        }
        return answer;
    }

    private HttpCall identified(HttpCall call) {
        return call.with("X-KeyExchange-Id", id);
    }

    private URI url() {
        return Urls.at(base, "/" + Urls.escape(channel));
    }

    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PairingException.Ended();
        }
    }

    private static String etag(HttpAnswer answer) {
        return answer.headers()
                .get("ETag")
                .orElseThrow(() -> new UnexpectedAnswerException("the mailbox's answer lacks an ETag"));
    }

    private static Json message(HttpAnswer answer) {
        try {
            return Json.parse(answer.body());
        } catch (UnexpectedAnswerException malformed) {
            throw new PairingException.Tampered();
        }
    }
}
