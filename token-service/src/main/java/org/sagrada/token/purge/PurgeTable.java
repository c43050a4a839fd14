package org.sagrada.token.purge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sagrada.token.user.UserState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records whose data is to be deleted, claimed so that no two processes take the same. */
@Repository
class PurgeTable {

    /** Uses the index user_record_to_purge. A claim lapses by itself if its process dies. */
    private static final String CLAIM = """
            UPDATE user_record u
            SET attempts = u.attempts + 1, next_attempt_at = :lease
            FROM node n
            WHERE n.id = u.node_id
              AND u.uid IN (
                SELECT r.uid
                FROM user_record r
                JOIN node d ON d.id = r.node_id AND NOT d.downed
                WHERE r.replaced_at IS NOT NULL AND r.data_deleted_at IS NULL AND r.next_attempt_at <= :now
                  AND (r.erase_now OR r.replaced_at <= :graceEnds)
                ORDER BY r.erase_now DESC, r.next_attempt_at
                LIMIT :limit
                FOR UPDATE OF r SKIP LOCKED)
            RETURNING u.uid, split_part(u.email, '@', 1) AS account_uid, u.generation, u.keys_changed_at,
                      u.client_state, n.url, u.attempts, u.traceparent
            """;

    private static final String DELETED = "UPDATE user_record SET data_deleted_at = :now WHERE uid = :uid";

    private static final String POSTPONE = "UPDATE user_record SET next_attempt_at = :at WHERE uid = :uid";

    /** Records whose data is gone, or whose node is. */
    private static final String FORGET = """
            DELETE FROM user_record
            WHERE replaced_at <= :forgetBefore AND (data_deleted_at IS NOT NULL OR node_id IS NULL)
            """;

    private static final String WAITING = """
            SELECT count(*)
            FROM user_record
            WHERE replaced_at IS NOT NULL AND data_deleted_at IS NULL AND node_id IS NOT NULL
            """;

    private static final String LAG = """
            SELECT COALESCE(max(:now - CASE WHEN r.erase_now THEN r.replaced_at ELSE r.replaced_at + :grace END), 0)
            FROM user_record r
            JOIN node n ON n.id = r.node_id AND NOT n.downed
            WHERE r.replaced_at IS NOT NULL AND r.data_deleted_at IS NULL
            """;

    private final JdbcClient database;

    PurgeTable(JdbcClient database) {
        this.database = database;
    }

    List<DueRecord> claim(long now, Duration grace, int limit, Duration lease) {
        return database.sql(CLAIM)
                .param("now", now)
                .param("graceEnds", now - grace.toMillis())
                .param("limit", limit)
                .param("lease", now + lease.toMillis())
                .query(PurgeTable::read)
                .list();
    }

    void deleted(long uid, long now) {
        database.sql(DELETED).param("uid", uid).param("now", now).update();
    }

    void postpone(long uid, long until) {
        database.sql(POSTPONE).param("uid", uid).param("at", until).update();
    }

    int forget(long replacedBefore) {
        return database.sql(FORGET).param("forgetBefore", replacedBefore).update();
    }

    /** For how long the oldest deletion has been due, in ms; 0 if none is. */
    long lag(long now, Duration grace) {
        long lag = database.sql(LAG)
                .param("now", now)
                .param("grace", grace.toMillis())
                .query(Long.class)
                .single();
        return Math.max(lag, 0);
    }

    long waiting() {
        return database.sql(WAITING).query(Long.class).single();
    }

    private static DueRecord read(ResultSet row, int number) throws SQLException {
        return new DueRecord(
                row.getLong("uid"),
                row.getString("account_uid"),
                new UserState(row.getLong("generation"), row.getLong("keys_changed_at"), row.getString("client_state")),
                row.getString("url"),
                row.getInt("attempts"),
                row.getString("traceparent"));
    }
}
