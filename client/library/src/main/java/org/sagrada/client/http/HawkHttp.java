package org.sagrada.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.hawk.HawkRequest;
import org.sagrada.model.hawk.HawkSigner;
import org.sagrada.model.hawk.PayloadHash;

/** Sends requests to one server, signed where credentials are given (Hawk), and learns its time from the answers. */
public final class HawkHttp {

    private final HttpTransport transport;
    private final ServerClock clock;
    private final BackOff backOff;
    private final HawkSigner signer;

    public HawkHttp(HttpTransport transport, ServerClock clock, BackOff backOff, SecureRandom random) {
        this.transport = transport;
        this.backOff = backOff;
        this.clock = clock;
        this.signer = new HawkSigner(clock, random);
    }

    /** The server's time. */
    public ServerClock clock() {
        return clock;
    }

    /**
     * Sends an unsigned request.
     *
     * @throws ConnectionException if there is no answer
     * @throws BackingOffException if the server asked for silence
     */
    public HttpAnswer send(HttpCall call) {
        backOff.expectWelcome(call.url());
        try {
            HttpAnswer answer = transport.send(call);
            learn(call, answer.status(), answer.headers());
            return answer;
        } catch (IOException broken) {
            throw unreachable(call, broken);
        }
    }

    /**
     * Sends a signed request; a body is signed too.
     *
     * @throws ConnectionException if there is no answer
     * @throws BackingOffException if the server asked for silence
     */
    public HttpAnswer send(HttpCall call, HawkCredentials credentials) {
        return send(signed(call, credentials));
    }

    /**
     * Sends a signed request whose answer is read while it arrives.
     *
     * @throws ConnectionException if no answer begins
     * @throws BackingOffException if the server asked for silence
     */
    public HttpLines open(HttpCall call, HawkCredentials credentials) {
        backOff.expectWelcome(call.url());
        try {
            HttpLines answer = transport.open(signed(call, credentials));
            learn(call, answer.status(), answer.headers());
            return answer;
        } catch (IOException broken) {
            throw unreachable(call, broken);
        }
    }

    private void learn(HttpCall call, int status, HttpHeaders headers) {
        clock.learn(headers);
        backOff.learn(call.url(), status, headers);
    }

    private HttpCall signed(HttpCall call, HawkCredentials credentials) {
        String body = call.body();
        String hash = body == null ? null : PayloadHash.of(call.headers().get("Content-Type"), body.getBytes(UTF_8));
        return call.with(
                "Authorization",
                signer.sign(credentials, HawkRequest.of(call.method(), call.url()), hash)
                        .format());
    }

    private static ConnectionException unreachable(HttpCall call, IOException cause) {
        return new ConnectionException("no answer to " + call, cause);
    }
}
