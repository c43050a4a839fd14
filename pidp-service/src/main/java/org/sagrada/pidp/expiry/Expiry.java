package org.sagrada.pidp.expiry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away what has expired. Several processes may do it at once; each statement stands for itself. */
@Component
class Expiry {

    /** What goes, by how long after the time that its statement compares with. */
    private static final Map<String, Duration> STATEMENTS = Map.of(
            "DELETE FROM password_token WHERE expires_at < :time", Duration.ZERO,
            "DELETE FROM short_code WHERE expires_at < :time", Duration.ZERO,
            "DELETE FROM device_command WHERE expires_at < :time", Duration.ZERO,
            "DELETE FROM invite WHERE expires_at < :time", Duration.ZERO,
            "DELETE FROM attempt WHERE ends_at < :time", Duration.ZERO,
            "DELETE FROM mailbox_channel WHERE expires_at < :time", Duration.ZERO,
            "DELETE FROM key_fetch_token WHERE created_at < :time", Duration.ofDays(1),
            "DELETE FROM mail WHERE created_at < :time", Duration.ofDays(7),
            """
            DELETE FROM session s WHERE s.last_used_at < :time
            AND NOT EXISTS (SELECT 1 FROM device d WHERE d.session_id = s.token_id)
            """, Duration.ofDays(28));

    private final JdbcClient database;
    private final Clock clock;

    Expiry(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void run() {
        var now = clock.instant();
        STATEMENTS.forEach((statement, age) -> database.sql(statement)
                .param("time", Timestamp.from(now.minus(age)))
                .update());
    }
}
