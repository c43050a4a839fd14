package org.sagrada.pidp.recovery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recovery keys of accounts, one each. */
@Repository
class RecoveryKeyTable {

    private static final String ADD = """
            INSERT INTO recovery_key (uid, key_id, data, enabled, created_at)
            VALUES (:uid, :keyId, :data, :enabled, :now)
            """;

    private final JdbcClient database;

    RecoveryKeyTable(JdbcClient database) {
        this.database = database;
    }

    Optional<StoredRecoveryKey> find(String uid) {
        return database.sql("SELECT uid, key_id, data, enabled FROM recovery_key WHERE uid = :uid")
                .param("uid", uid)
                .query((row, number) -> new StoredRecoveryKey(
                        row.getString("uid"),
                        Key32.of(row.getBytes("key_id")),
                        row.getString("data"),
                        row.getBoolean("enabled")))
                .optional();
    }

    void add(StoredRecoveryKey key, Instant now) {
        database.sql(ADD)
                .param("uid", key.uid())
                .param("keyId", key.keyId().bytes())
                .param("data", key.data())
                .param("enabled", key.isEnabled())
                .param("now", Timestamp.from(now))
                .update();
    }

    void enable(String uid) {
        database.sql("UPDATE recovery_key SET enabled = true WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }

    /** False when there was none. */
    boolean delete(String uid) {
        return database.sql("DELETE FROM recovery_key WHERE uid = :uid")
                        .param("uid", uid)
                        .update()
                > 0;
    }
}
