package org.sagrada.pidp.totp;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The second steps of accounts. */
@Repository
class TotpTable {

    private static final String FIND = "SELECT secret, enabled, last_step FROM totp WHERE uid = :uid";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String ADD = """
            INSERT INTO totp (uid, secret, enabled, last_step, created_at) VALUES (:uid, :secret, false, 0, :now)
            """;

    private final JdbcClient database;

    TotpTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Totp> find(String uid) {
        return find(FIND, uid);
    }

    /** So that a code that comes twice at once is taken once. */
    Optional<Totp> lock(String uid) {
        return find(LOCK, uid);
    }

    private Optional<Totp> find(String sql, String uid) {
        return database.sql(sql)
                .param("uid", uid)
                .query((row, number) ->
                        new Totp(row.getBytes("secret"), row.getBoolean("enabled"), row.getLong("last_step")))
                .optional();
    }

    void add(String uid, byte[] secret, Instant now) {
        database.sql(ADD)
                .param("uid", uid)
                .param("secret", secret)
                .param("now", Timestamp.from(now))
                .update();
    }

    void used(String uid, long step) {
        database.sql("UPDATE totp SET last_step = :step WHERE uid = :uid")
                .param("uid", uid)
                .param("step", step)
                .update();
    }

    void enable(String uid) {
        database.sql("UPDATE totp SET enabled = true WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }

    /** False when there was none. */
    boolean delete(String uid) {
        return database.sql("DELETE FROM totp WHERE uid = :uid")
                        .param("uid", uid)
                        .update()
                > 0;
    }
}
