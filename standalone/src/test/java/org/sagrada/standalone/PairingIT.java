package org.sagrada.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.client.Account;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.http.BackOff;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.ServerClock;
import org.sagrada.client.pairing.Pairing;
import org.sagrada.client.pairing.PairingCode;
import org.sagrada.client.pairing.PairingException;

/** Two devices, one code, the real mailbox between them. */
class PairingIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    private static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.start(data);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void handsTheAccountOverToTheDeviceThatShowsTheCode() {
        var account = signUp("pairing@example.org");
        try (var offer = pairing(HttpTransport.onClassPath()).offer()) {
            var arrived = CompletableFuture.supplyAsync(offer::await);

            pairing(HttpTransport.onClassPath())
                    .handOver(
                            account.credentials(),
                            PairingCode.parse(offer.code().text()));

            var credentials = arrived.orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(credentials.kB()).isEqualTo(account.kB());
            assertThat(credentials.sessionToken())
                    .isNotEqualTo(account.credentials().sessionToken());
            var paired = system.client().resume(credentials);
            assertThat(paired.storage().collections().storeVersion()).isNotNegative();
            paired.logOut();
            assertThat(account.isVerified()).isTrue();
        }
    }

    @Test
    void handsNothingOverForAWrongCode() {
        var account = signUp("wrong-code@example.org");
        var devices = account.devices().list().size();
        var offer = pairing(HttpTransport.onClassPath()).offer();
        var arrived = CompletableFuture.supplyAsync(offer::await);
        var text = offer.code().text();
        var mistyped = (text.startsWith("a") ? "b" : "a") + text.substring(1);

        assertThatThrownBy(() -> pairing(HttpTransport.onClassPath())
                        .handOver(account.credentials(), PairingCode.parse(mistyped)))
                .isInstanceOf(PairingException.WrongCode.class);

        assertFails(arrived, PairingException.Ended.class);
        assertThat(account.devices().list()).hasSize(devices);
    }

    @Test
    void isOverWhenTheChannelIs() {
        var account = signUp("ended@example.org");
        var offer = pairing(HttpTransport.onClassPath()).offer();
        var code = offer.code();
        var arrived = CompletableFuture.supplyAsync(offer::await);

        offer.close();

        assertFails(arrived, PairingException.Ended.class);
        assertThatThrownBy(() -> pairing(HttpTransport.onClassPath()).handOver(account.credentials(), code))
                .isInstanceOf(PairingException.Ended.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFFER", "ANSWER", "COMMIT", "ACCEPT", "PROVE", "HAND_OVER"})
    void noticesARelayThatChangesAMessage(String type) {
        var account = signUp("relay-" + type.toLowerCase(Locale.ROOT).replace('_', '-') + "@example.org");
        var relay = new Relay(HttpTransport.onClassPath(), answer -> changed(answer, type));
        var offer = pairing(relay).offer();
        var arrived = CompletableFuture.supplyAsync(offer::await);
        var handed = CompletableFuture.runAsync(() -> pairing(relay).handOver(account.credentials(), offer.code()));

        if (type.equals("HAND_OVER")) {
            handed.orTimeout(60, TimeUnit.SECONDS).join();
        } else {
            assertFails(handed, PairingException.class);
        }
        offer.close();
        assertFails(arrived, PairingException.class);
    }

    private static HttpAnswer changed(HttpAnswer answer, String type) {
        var body = answer.body();
        if (!body.contains("\"" + type + "\"")) {
            return answer;
        }
        // A digit of the last long value of the message: a number, a proof, or what is sealed.
        var at = body.lastIndexOf('"') - 8;
        var other = body.charAt(at) == '1' ? '2' : '1';
        return new HttpAnswer(
                answer.status(), answer.headers(), body.substring(0, at) + other + body.substring(at + 1));
    }

    private static void assertFails(CompletableFuture<?> future, Class<? extends Exception> kind) {
        assertThatThrownBy(() -> future.orTimeout(60, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(kind);
    }

    private Account signUp(String email) {
        return system.client().signUp(email, "correct horse battery staple");
    }

    private Pairing pairing(HttpTransport transport) {
        var clock = Clock.systemUTC();
        var pidp = URI.create(system.url());
        var http = new HawkHttp(
                transport, new ServerClock(clock), new BackOff(clock, RANDOM, BackOffMemory.ofProcess()), RANDOM);
        return new Pairing(pidp, http, new AccountServer(pidp, http), RANDOM, PAUSE);
    }

    /** Somebody between the devices and the mailbox, who changes what comes from there. */
    private record Relay(HttpTransport transport, UnaryOperator<HttpAnswer> change) implements HttpTransport {

        @Override
        public HttpAnswer send(HttpCall call) throws IOException {
            var answer = transport.send(call);
            return call.url().getPath().startsWith("/mailbox/") ? change.apply(answer) : answer;
        }

        @Override
        public HttpLines open(HttpCall call) throws IOException {
            return transport.open(call);
        }
    }
}
