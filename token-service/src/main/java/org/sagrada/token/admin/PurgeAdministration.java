package org.sagrada.token.admin;

import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.purge.PurgeSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators do with the purge, which goes on by itself. */
@Repository
class PurgeAdministration {

    private static final String STATUS = """
            WITH replaced AS (
                SELECT r.attempts, n.downed,
                       CASE WHEN r.erase_now THEN r.replaced_at ELSE r.replaced_at + :grace END AS due_at
                FROM user_record r
                JOIN node n ON n.id = r.node_id
                WHERE r.replaced_at IS NOT NULL AND r.data_deleted_at IS NULL
            )
            SELECT count(*) AS waiting,
                   count(*) FILTER (WHERE NOT downed AND due_at <= :now) AS due,
                   count(*) FILTER (WHERE NOT downed AND due_at <= :now AND attempts > 1) AS failing,
                   count(*) FILTER (WHERE downed) AS on_downed_nodes,
                   COALESCE(max(:now - due_at) FILTER (WHERE NOT downed AND due_at <= :now), 0) AS oldest_due_ms
            FROM replaced
            """;

    private static final String HASTEN = """
            UPDATE user_record
            SET erase_now = true, next_attempt_at = 0, attempts = 0
            WHERE replaced_at IS NOT NULL AND data_deleted_at IS NULL AND node_id IS NOT NULL
              AND (:node::bigint IS NULL OR node_id = :node)
            """;

    private final JdbcClient database;
    private final PurgeSettings settings;
    private final Clock clock;

    PurgeAdministration(JdbcClient database, PurgeSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    PurgeView status() {
        return database.sql(STATUS)
                .param("grace", settings.grace().toMillis())
                .param("now", clock.millis())
                .query(PurgeView.class)
                .single();
    }

    /**
     * Ends the grace of replaced records, and has failed deletions tried again at once.
     *
     * @param node only there; null: everywhere
     * @return how many records that is
     */
    long hasten(@Nullable Long node) {
        return database.sql(HASTEN).param("node", node, Types.BIGINT).update();
    }
}
