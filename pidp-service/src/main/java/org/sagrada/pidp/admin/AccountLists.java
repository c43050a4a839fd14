package org.sagrada.pidp.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator sees of accounts. */
@Component
final class AccountLists {

    private final JdbcClient database;

    AccountLists(JdbcClient database) {
        this.database = database;
    }

    /**
     * Some accounts, in the order of their uids, after a given one.
     *
     * @param email in lower case, for the account that has this address; empty for all accounts
     */
    List<Listed> list(String email, String after, int limit) {
        return database.sql("""
                        SELECT a.uid, e.address, e.verified_at IS NOT NULL AS verified, a.disabled_at IS NOT NULL AS disabled,
                               a.created_at, (SELECT count(*) FROM session s WHERE s.uid = a.uid) AS sessions
                        FROM account a JOIN email e ON e.uid = a.uid AND e.is_primary
                        WHERE a.uid > :after
                        AND (:email = '' OR a.uid IN (SELECT o.uid FROM email o WHERE o.normalized = :email))
                        ORDER BY a.uid LIMIT :limit
                        """)
                .param("after", after)
                .param("email", email)
                .param("limit", limit)
                .query((row, index) -> new Listed(
                        row.getString("uid"),
                        row.getString("address"),
                        row.getBoolean("verified"),
                        row.getBoolean("disabled"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("sessions")))
                .list();
    }

    /** One account as a whole. */
    Optional<Details> find(String uid) {
        return database.sql("""
                        SELECT a.uid, a.locale, a.created_at, a.disabled_at, a.verifier_set_at, a.keys_changed_at,
                               EXISTS (SELECT 1 FROM totp t WHERE t.uid = a.uid AND t.enabled) AS second_step,
                               EXISTS (SELECT 1 FROM recovery_key k WHERE k.uid = a.uid AND k.enabled) AS recovery_key,
                               (SELECT count(*) FROM service_key k WHERE k.uid = a.uid) AS service_keys,
                               (SELECT max(s.last_used_at) FROM session s WHERE s.uid = a.uid) AS last_used_at
                        FROM account a WHERE a.uid = :uid
                        """)
                .param("uid", uid)
                .query((row, index) -> new Details(
                        row.getString("uid"),
                        addresses(uid),
                        sessions(uid),
                        row.getString("locale"),
                        row.getBoolean("second_step"),
                        row.getBoolean("recovery_key"),
                        row.getInt("service_keys"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("verifier_set_at").toInstant(),
                        row.getTimestamp("keys_changed_at").toInstant(),
                        time(row, "last_used_at"),
                        time(row, "disabled_at")))
                .optional();
    }

    private List<Address> addresses(String uid) {
        return database.sql("""
                        SELECT address, is_primary, verified_at FROM email
                        WHERE uid = :uid ORDER BY is_primary DESC, created_at
                        """)
                .param("uid", uid)
                .query((row, index) -> new Address(
                        row.getString("address"), row.getBoolean("is_primary"), time(row, "verified_at") != null))
                .list();
    }

    private List<SignedInClient> sessions(String uid) {
        return database.sql("""
                        SELECT d.name, s.user_agent, s.created_at, s.last_used_at
                        FROM session s LEFT JOIN device d ON d.session_id = s.token_id
                        WHERE s.uid = :uid ORDER BY s.last_used_at DESC, s.handle
                        """)
                .param("uid", uid)
                .query((row, index) -> new SignedInClient(
                        row.getString("name"),
                        row.getString("user_agent"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_used_at").toInstant()))
                .list();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /**
     * An account in a list.
     *
     * @param email its first address
     * @param sessions how many there are
     */
    record Listed(String uid, String email, boolean verified, boolean disabled, Instant createdAt, int sessions) {}

    /**
     * An account as a whole.
     *
     * @param serviceKeys how many there are
     * @param lastUsedAt null when nobody is signed in
     * @param disabledAt null when it is open
     */
    record Details(
            String uid,
            List<Address> addresses,
            List<SignedInClient> sessions,
            @Nullable String locale,
            boolean secondStep,
            boolean recoveryKey,
            int serviceKeys,
            Instant createdAt,
            Instant passwordSetAt,
            Instant keysChangedAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant disabledAt) {}

    /** One of an account's addresses. */
    record Address(String email, boolean primary, boolean verified) {}

    /**
     * A session.
     *
     * @param device its name; null for a session that has none
     */
    record SignedInClient(@Nullable String device, String userAgent, Instant createdAt, Instant lastUsedAt) {}
}
