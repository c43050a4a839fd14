package org.sagrada.pidp.event;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that wait, and which process pushes those of a receiver: two would break their order. */
@Component
class EventQueue {

    private static final int AT_ONCE = 50;

    private final JdbcClient database;

    EventQueue(JdbcClient database) {
        this.database = database;
    }

    boolean isEmpty(EventReceiver receiver) {
        return !database.sql("SELECT EXISTS (SELECT FROM event WHERE receiver = :receiver)")
                .param("receiver", receiver.url().toString())
                .query(Boolean.class)
                .single();
    }

    /** Takes a receiver, or keeps it, for so long; false when another process has it. */
    boolean hold(EventReceiver receiver, String process, Duration time) {
        return database.sql("""
                        INSERT INTO event_receiver (url, held_by, held_until)
                        VALUES (:url, :process, now() + :millis * interval '1 millisecond')
                        ON CONFLICT (url) DO UPDATE SET held_by = excluded.held_by, held_until = excluded.held_until
                        WHERE event_receiver.held_by = excluded.held_by OR event_receiver.held_until < now()
                        """)
                        .param("url", receiver.url().toString())
                        .param("process", process)
                        .param("millis", time.toMillis())
                        .update()
                == 1;
    }

    /** Lets other processes have the receiver. */
    void release(EventReceiver receiver, String process) {
        database.sql("DELETE FROM event_receiver WHERE url = :url AND held_by = :process")
                .param("url", receiver.url().toString())
                .param("process", process)
                .update();
    }

    /** The first that wait, in their order. */
    List<OutgoingEvent> waiting(EventReceiver receiver) {
        return database.sql("""
                        SELECT sequence, jti, uid, events, created_at, traceparent
                        FROM event WHERE receiver = :receiver ORDER BY sequence LIMIT :limit
                        """)
                .param("receiver", receiver.url().toString())
                .param("limit", AT_ONCE)
                .query((row, index) -> new OutgoingEvent(
                        row.getLong("sequence"),
                        row.getString("jti"),
                        row.getString("uid"),
                        row.getString("events"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("traceparent")))
                .list();
    }

    void forget(OutgoingEvent event) {
        database.sql("DELETE FROM event WHERE sequence = :sequence")
                .param("sequence", event.sequence())
                .update();
    }
}
