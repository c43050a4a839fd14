package org.sagrada.token.terms;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each user once to accept each version of the terms. */
@Component
public class Terms {

    private static final String HAS_ACCEPTED =
            "SELECT EXISTS (SELECT 1 FROM terms_acceptance WHERE email = :email AND version = :version)";

    private static final String ACCEPT = """
            INSERT INTO terms_acceptance (email, version, accepted_at)
            VALUES (:email, :version, :now)
            ON CONFLICT (email) DO UPDATE SET version = EXCLUDED.version, accepted_at = EXCLUDED.accepted_at
            """;

    private static final String FORGET = """
            DELETE FROM terms_acceptance t
            WHERE t.accepted_at < :before AND NOT EXISTS (SELECT 1 FROM user_record u WHERE u.email = t.email)
            """;

    private final TermsSettings settings;
    private final JdbcClient database;
    private final Clock clock;

    Terms(TermsSettings settings, JdbcClient database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lets a user pass who accepted the terms, now or before; throws the refusal otherwise.
     *
     * @param acceptance the header {@code X-Conditions-Accepted}, of which any value is a yes; null: there is none
     */
    public void check(String email, @Nullable String acceptance) {
        if (settings.urls().isEmpty() || hasAccepted(email)) {
            return;
        }
        if (acceptance == null) {
            throw Refusal.termsNotAccepted(settings.urls()).toException();
        }
        database.sql(ACCEPT)
                .param("email", email)
                .param("version", settings.version())
                .param("now", clock.millis())
                .update();
    }

    /** Users of whom nothing else is known any more leave nothing here either. */
    @Scheduled(fixedDelayString = "1h", initialDelayString = "1h")
    void forget() {
        database.sql(FORGET)
                .param("before", clock.millis() - Duration.ofDays(1).toMillis())
                .update();
    }

    private boolean hasAccepted(String email) {
        return database.sql(HAS_ACCEPTED)
                .param("email", email)
                .param("version", settings.version())
                .query(Boolean.class)
                .single();
    }
}
