package org.sagrada.pidp.servicekey;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps wrapped keys. After a reset those from before cannot be unwrapped by anybody, and are no longer handed out. */
@Component
class ServiceKeys {

    private static final int MOST = 1000;
    private static final PidpError TOO_MANY = PidpError.of(400, 302, "The account has too many service keys");

    private final JdbcClient database;
    private final AccountTable accounts;
    private final Clock clock;

    ServiceKeys(JdbcClient database, AccountTable accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Keeps a key, in the place of one for the same origin and use. */
    @Transactional
    void keep(String uid, String origin, String keyType, String wrappedKey) {
        var account = accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        if (find(uid, origin, keyType).isEmpty() && list(uid).size() >= MOST) {
            throw new Refusal(TOO_MANY);
        }
        database.sql("""
                        INSERT INTO service_key (uid, origin, key_type, wrapped_key, keys_changed_at, modified_at)
                        VALUES (:uid, :origin, :type, :key, :changed, :now)
                        ON CONFLICT (uid, origin, key_type) DO UPDATE
                        SET wrapped_key = excluded.wrapped_key, keys_changed_at = excluded.keys_changed_at,
                            modified_at = excluded.modified_at
                        """)
                .param("uid", uid)
                .param("origin", origin)
                .param("type", keyType)
                .param("key", wrappedKey)
                .param("changed", Timestamp.from(account.keysChangedAt()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<ServiceKey> find(String uid, String origin, String keyType) {
        return list(uid).stream()
                .filter(key -> key.origin().equals(origin) && key.keytype().equals(keyType))
                .findFirst();
    }

    @Transactional(readOnly = true)
    List<ServiceKey> list(String uid) {
        return database.sql("""
                        SELECT k.origin, k.key_type, k.wrapped_key, k.modified_at,
                               k.keys_changed_at = a.keys_changed_at AS usable
                        FROM service_key k JOIN account a ON a.uid = k.uid
                        WHERE k.uid = :uid ORDER BY k.origin, k.key_type
                        """)
                .param("uid", uid)
                .query((row, index) -> new ServiceKey(
                        row.getString("origin"),
                        row.getString("key_type"),
                        row.getString("wrapped_key"),
                        row.getTimestamp("modified_at").getTime(),
                        row.getBoolean("usable")))
                .list();
    }

    /** Removes one; false when there was none. */
    @Transactional
    boolean remove(String uid, String origin, String keyType) {
        return database.sql("DELETE FROM service_key WHERE uid = :uid AND origin = :origin AND key_type = :type")
                        .param("uid", uid)
                        .param("origin", origin)
                        .param("type", keyType)
                        .update()
                > 0;
    }
}
