package org.sagrada.token.admin;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Takes users' histories out of the database and puts them into another one, also beside requests. */
@Repository
class RecordTransfer {

    private static final String AFTER = RecordView.SELECT + "WHERE u.uid > :after ORDER BY u.uid LIMIT :limit";

    /**
     * A uid that is in use stays as it is, so that an import that broke off can be repeated. Nodes count those who come,
     * rather than all they have: others may be coming or going at the same time.
     */
    private static final String ADD = """
            WITH added AS (
                INSERT INTO user_record
                    (uid, email, generation, keys_changed_at, client_state, created_at, replaced_at, node_id, erase_now,
                     data_deleted_at)
                OVERRIDING SYSTEM VALUE
                SELECT g.uid, g.email, g.generation, g."keysChangedAt", g."clientState", g."createdAt", g."replacedAt", n.id,
                       COALESCE(g."eraseNow", false), g."dataDeletedAt"
                FROM jsonb_to_recordset(:records::jsonb) AS g (
                    uid bigint, email text, generation bigint, "keysChangedAt" bigint, "clientState" text, "createdAt" bigint,
                    "replacedAt" bigint, node text, "eraseNow" boolean, "dataDeletedAt" bigint)
                LEFT JOIN node n ON n.url = g.node
                WHERE g.node IS NULL OR n.id IS NOT NULL
                ORDER BY g.uid
                ON CONFLICT (uid) DO NOTHING
                RETURNING node_id, replaced_at
            ), counted AS (
                SELECT node_id, count(*) AS n FROM added WHERE replaced_at IS NULL GROUP BY node_id
            ), burdened AS (
                UPDATE node SET load = load + counted.n FROM counted WHERE node.id = counted.node_id
            )
            SELECT count(*) FROM added
            """;

    private static final String SKIP_UIDS = """
            SELECT setval(pg_get_serial_sequence('user_record', 'uid'), GREATEST(
                (SELECT max(uid) FROM user_record),
                nextval(pg_get_serial_sequence('user_record', 'uid'))))
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    RecordTransfer(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The next records in the order of their uids. */
    List<RecordView> after(long uid, long limit) {
        return database.sql(AFTER)
                .param("after", uid)
                .param("limit", limit)
                .query(RecordView::read)
                .list();
    }

    /** How many of these records were new and could be added. */
    long add(List<RecordView> records) {
        long added = database.sql(ADD)
                .param("records", json.writeValueAsString(records))
                .query(Long.class)
                .single();
        database.sql(SKIP_UIDS).query(Long.class).single();
        return added;
    }
}
