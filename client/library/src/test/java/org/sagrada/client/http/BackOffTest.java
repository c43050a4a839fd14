package org.sagrada.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final URI SERVER = URI.create("https://sync.example.org/2.0/1");
    private static final URI OTHER = URI.create("https://sync.example.org:8443/2.0/1");

    private Instant now = START;
    private final BackOff backOff = new BackOff(() -> now, new Random(1), BackOffMemory.ofProcess());

    @Test
    void sendsNothingToAServerThatAskedForSilence() {
        backOff.learn(SERVER, 503, headers("Retry-After", "60"));

        assertThatThrownBy(() -> backOff.expectWelcome(SERVER)).isInstanceOf(BackingOffException.class);
        assertThatCode(() -> backOff.expectWelcome(OTHER)).doesNotThrowAnyException();
        now = START.plusSeconds(59);
        assertThatThrownBy(() -> backOff.expectWelcome(SERVER)).isInstanceOf(BackingOffException.class);
        now = START.plusSeconds(67);
        assertThatCode(() -> backOff.expectWelcome(SERVER)).doesNotThrowAnyException();
    }

    @Test
    void finishesWhatIsUnderWayWhenAServerIsBusy() {
        backOff.learn(SERVER, 200, headers("X-Backoff", "600"));
        backOff.learn(SERVER, 200, headers("X-Weave-Backoff", "30"));

        assertThatCode(() -> backOff.expectWelcome(SERVER)).doesNotThrowAnyException();
        assertThat(backOff.until(SERVER))
                .hasValueSatisfying(
                        until -> assertThat(until).isBetween(START.plusSeconds(600), START.plusSeconds(660)));
        now = START.plusSeconds(660);
        assertThat(backOff.until(SERVER)).isEmpty();
    }

    @Test
    void readsADate() {
        backOff.learn(SERVER, 503, headers("Retry-After", "Thu, 01 Jan 2026 00:10:00 GMT"));

        assertThatThrownBy(() -> backOff.expectWelcome(SERVER))
                .isInstanceOfSatisfying(
                        BackingOffException.class,
                        silence ->
                                assertThat(silence.until()).isBetween(START.plusSeconds(600), START.plusSeconds(660)));
    }

    @Test
    void leavesWaitsOfOneRequestToWhoMadeIt() {
        backOff.learn(SERVER, 409, headers("Retry-After", "60"));
        backOff.learn(SERVER, 429, headers("Retry-After", "60"));

        assertThat(backOff.until(SERVER)).isEmpty();
    }

    @Test
    void comesBackAfterADayWhateverWasAsked() {
        backOff.learn(SERVER, 503, headers("Retry-After", "999999999999"));

        assertThat(backOff.until(SERVER)).isPresent();
        now = START.plus(Duration.ofHours(27));
        assertThat(backOff.until(SERVER)).isEmpty();
    }

    @Property
    void neverStumblesOverWhatAServerSends(@ForAll String value, @ForAll int status) {
        backOff.learn(SERVER, 503, headers("Retry-After", value));
        backOff.learn(SERVER, status, headers("X-Backoff", value));

        assertThat(backOff.until(SERVER).orElse(START)).isBefore(START.plus(Duration.ofHours(27)));
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, value));
    }
}
