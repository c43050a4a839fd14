package org.sagrada.token.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sagrada.token.FakeIssuer;
import org.sagrada.token.FakeIssuer.Reply;
import org.sagrada.token.MovableClock;
import org.springframework.util.unit.DataSize;

class CachedDocumentIT {

    private static final FakeIssuer ORIGIN = new FakeIssuer();

    private static final FetchSettings SETTINGS = new FetchSettings(
            Duration.ofSeconds(5),
            DataSize.ofKilobytes(1),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(5));

    private final MovableClock clock = new MovableClock();
    private final CachedDocument<String> document = new CachedDocument<>(
            URI.create(ORIGIN.url() + "/document"),
            CachedDocumentIT::parse,
            new Fetcher(SETTINGS, new SimpleMeterRegistry()),
            SETTINGS,
            clock);

    @Test
    void fetchesOnceWhileFresh() {
        ORIGIN.serve("/document", "one");
        assertThat(document.get()).contains("one");
        ORIGIN.serve("/document", "two");

        clock.advance(Duration.ofMinutes(4));

        assertThat(document.get()).contains("one");
    }

    @Test
    void answersTheStaleOneWhileItFetchesAnother() {
        ORIGIN.serve("/document", "one");
        assertThat(document.get()).contains("one");
        ORIGIN.serve("/document", "two");

        clock.advance(Duration.ofMinutes(6));

        assertThat(document.get()).contains("one");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> document.get().filter("two"::equals).isPresent());
    }

    @Test
    void keepsTheLastOneWhileItsOriginFailsButNotForEver() {
        ORIGIN.serve("/document", "one");
        assertThat(document.get()).contains("one");
        ORIGIN.answer("/document", asked -> new Reply(500, ""));

        clock.advance(Duration.ofHours(23));
        assertThat(document.get()).contains("one");
        clock.advance(Duration.ofHours(2));
        assertThat(document.get()).isEmpty();
    }

    @Test
    void takesNothingThatIsTooLargeRedirectedOrNoDocument() {
        for (Reply reply : new Reply[] {
            new Reply(200, "x".repeat(2000)),
            new Reply(302, "elsewhere"),
            new Reply(200, "malformed"),
            new Reply(404, "")
        }) {
            ORIGIN.answer("/document", asked -> reply);
            assertThat(document.get()).as("%s", reply.status()).isEmpty();
            clock.advance(Duration.ofSeconds(6));
        }
    }

    @Test
    void looksAgainForAnUnknownKeyThoughNotAtOnce() {
        ORIGIN.serve("/document", "one");
        assertThat(document.get()).contains("one");
        ORIGIN.serve("/document", "two");

        assertThat(document.getAnew()).contains("one");
        clock.advance(Duration.ofSeconds(6));
        assertThat(document.getAnew()).contains("two");
    }

    private static String parse(String text) {
        if (text.equals("malformed")) {
            throw new IllegalArgumentException("no document");
        }
        return text;
    }
}
