package org.sagrada.pidp.event;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.service.trace.TraceParent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events into the outbox. Call it in the transaction that changes the account, holding its lock: then an event is there
 * exactly when the change is, and an account's events are in their order.
 */
@Component
public final class AccountEvents {

    private final JdbcClient database;
    private final EventReceivers receivers;
    private final JsonMapper json;
    private final Clock clock;

    AccountEvents(JdbcClient database, EventReceivers receivers, JsonMapper json, Clock clock) {
        this.database = database;
        this.receivers = receivers;
        this.json = json;
        this.clock = clock;
    }

    /** The account is gone. */
    public void deleted(String uid) {
        add(uid, Map.of(AccountEvent.DELETE_USER, Map.of()));
    }

    /** The password is another one; the keys are the same. */
    public void passwordChanged(String uid, Instant changeTime) {
        add(uid, Map.of(AccountEvent.PASSWORD_CHANGE, at(changeTime)));
    }

    /** The password and the keys are others. */
    public void reset(String uid, Instant changeTime) {
        add(uid, Map.of(AccountEvent.ACCOUNT_RESET, at(changeTime), AccountEvent.KEYS_CHANGED, at(changeTime)));
    }

    private static Map<String, Object> at(Instant changeTime) {
        return Map.of(AccountEvent.CHANGE_TIME, changeTime.toEpochMilli());
    }

    private void add(String uid, Map<AccountEvent, Map<String, Object>> events) {
        var named = new TreeMap<String, Object>();
        events.forEach((kind, claims) -> named.put(kind.uri(), claims));
        for (var receiver : receivers.all()) {
            database.sql("""
                            INSERT INTO event (receiver, jti, uid, events, created_at, traceparent)
                            VALUES (:receiver, :jti, :uid, :events, :now, :traceparent)
                            """)
                    .param("receiver", receiver.url().toString())
                    .param("jti", UUID.randomUUID().toString())
                    .param("uid", uid)
                    .param("events", json.writeValueAsString(named))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("traceparent", TraceParent.current().orElse(null), Types.VARCHAR)
                    .update();
        }
    }
}
