package org.sagrada.pidp.expiry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away what has expired. Several processes may do it at once; each statement stands for itself. */
@Component
class Expiry {

    /** What goes, and how long after the time that its statement compares with. */
    private static final List<Rule> RULES = List.of(
            new Rule("DELETE FROM password_token WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM short_code WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM device_command WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM invite WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM attempt WHERE ends_at < :time", Duration.ZERO),
            new Rule("DELETE FROM mailbox_channel WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM oauth_code WHERE expires_at < :time", Duration.ofDays(1)),
            new Rule("DELETE FROM revoked_access_token WHERE expires_at < :time", Duration.ZERO),
            new Rule("DELETE FROM key_fetch_token WHERE created_at < :time", Duration.ofDays(1)),
            new Rule("DELETE FROM mail WHERE created_at < :time", Duration.ofDays(7)),
            new Rule("""
                    DELETE FROM session s WHERE s.last_used_at < :time
                    AND NOT EXISTS (SELECT 1 FROM device d WHERE d.session_id = s.token_id)
                    """, Duration.ofDays(28)),
            new Rule("""
                    DELETE FROM refresh_token r WHERE r.last_used_at < :time
                    AND NOT EXISTS (SELECT 1 FROM device d WHERE d.refresh_token_id = r.id)
                    """, Duration.ofDays(180)));

    private final JdbcClient database;
    private final Clock clock;

    Expiry(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void run() {
        var now = clock.instant();
        RULES.forEach(rule -> database.sql(rule.statement())
                .param("time", Timestamp.from(now.minus(rule.age())))
                .update());
    }

    private record Rule(String statement, Duration age) {}
}
