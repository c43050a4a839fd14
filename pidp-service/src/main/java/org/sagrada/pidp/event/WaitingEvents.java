package org.sagrada.pidp.event;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the outbox holds, for the operator. */
@Component
public final class WaitingEvents {

    private final JdbcClient database;

    WaitingEvents(JdbcClient database) {
        this.database = database;
    }

    /** How many events wait for each receiver that has not taken all. */
    public List<Waiting> byReceiver() {
        return database.sql("""
                        SELECT receiver, count(*) AS events, min(created_at) AS oldest
                        FROM event GROUP BY receiver ORDER BY receiver
                        """)
                .query((row, index) -> new Waiting(
                        row.getString("receiver"),
                        row.getInt("events"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    /**
     * The events that wait for one receiver.
     *
     * @param oldest when the first of them happened
     */
    public record Waiting(String receiver, int events, Instant oldest) {}
}
