package org.sagrada.token.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sagrada.token.ServiceTest;
import org.sagrada.token.refusal.RefusalException;

class TermsIT extends ServiceTest {

    private static final Map<String, String> URLS = Map.of("tos", "https://example.org/tos");
    private static final String ALICE = "alice@accounts.example.org";

    @BeforeEach
    void nobodyHasAccepted() {
        database.sql("DELETE FROM terms_acceptance").update();
    }

    @Test
    void asksForNothingWhereThereAreNoTerms() {
        assertThatCode(() -> terms(Map.of(), "1").check(ALICE, null)).doesNotThrowAnyException();
    }

    @Test
    void asksEachUserOnceForEachVersion() {
        Terms first = terms(URLS, "1");
        Terms second = terms(URLS, "2");

        assertAsks(first);
        first.check(ALICE, "False");
        assertThatCode(() -> first.check(ALICE, null)).doesNotThrowAnyException();
        assertAsks(second);
        second.check(ALICE, "");
        assertThatCode(() -> second.check(ALICE, null)).doesNotThrowAnyException();
    }

    @Test
    void forgetsUsersOfWhomNothingIsKnown() {
        Terms terms = terms(URLS, "1");
        terms.check(ALICE, "1");
        terms.forget();
        assertThatCode(() -> terms.check(ALICE, null)).doesNotThrowAnyException();

        database.sql("UPDATE terms_acceptance SET accepted_at = 1").update();
        terms.forget();

        assertAsks(terms);
    }

    private static void assertAsks(Terms terms) {
        assertThatThrownBy(() -> terms.check(ALICE, null)).isInstanceOfSatisfying(RefusalException.class, thrown -> {
            assertThat(thrown.refusal().code()).isEqualTo(403);
            assertThat(thrown.refusal().name()).isEqualTo("X-Conditions-Accepted");
            assertThat(thrown.refusal().conditionUrls()).isEqualTo(URLS);
        });
    }

    private Terms terms(Map<String, String> urls, String version) {
        return new Terms(new TermsSettings(urls, version), database, Clock.systemUTC());
    }
}
