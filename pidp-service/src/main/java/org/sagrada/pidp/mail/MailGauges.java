package org.sagrada.pidp.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails wait to go out and for how long the oldest of them has, a few seconds old. */
@Component
class MailGauges {

    private final JdbcClient database;
    private final Clock clock;
    private volatile Queue queue = new Queue(0, Duration.ZERO);

    MailGauges(JdbcClient database, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("sagrada.pidp.mail.waiting", () -> queue.mails()).register(metrics);
        Gauge.builder("sagrada.pidp.mail.lag", () -> queue.lag().toSeconds())
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void refresh() {
        var now = clock.instant();
        queue = database.sql("SELECT count(*) AS mails, min(created_at) AS oldest FROM mail WHERE state = 'pending'")
                .query((row, index) -> {
                    @Nullable Timestamp oldest = row.getTimestamp("oldest");
                    return new Queue(
                            row.getInt("mails"),
                            oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
                })
                .single();
    }

    private record Queue(int mails, Duration lag) {}
}
