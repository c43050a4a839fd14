package org.sagrada.token.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators do with nodes. */
@Repository
class NodeAdministration {

    private static final String LIST = """
            SELECT id, url, capacity, load, downed, backoff, draining,
                   (SELECT count(*) FROM user_record u
                    WHERE u.node_id = n.id AND u.replaced_at IS NOT NULL AND u.data_deleted_at IS NULL) AS replaced
            FROM node n
            WHERE :id::bigint IS NULL OR n.id = :id
            ORDER BY id
            """;

    private static final String ADD = """
            INSERT INTO node (url, capacity, downed, backoff)
            VALUES (:url, :capacity, :downed, :backoff)
            ON CONFLICT (url) DO NOTHING
            RETURNING id
            """;

    private static final String CHANGE = """
            UPDATE node
            SET capacity = COALESCE(:capacity, capacity),
                downed = COALESCE(:downed, downed),
                backoff = COALESCE(:backoff, backoff),
                draining = COALESCE(:draining, draining)
            WHERE id = :id
            """;

    /** Locks records before their node, as assignments do. Records in use by another transaction wait for the next time. */
    private static final String UNASSIGN = """
            WITH chosen AS (
                SELECT uid FROM user_record
                WHERE node_id = :id AND replaced_at IS NULL
                ORDER BY uid
                LIMIT :limit
                FOR UPDATE SKIP LOCKED
            ), replaced AS (
                UPDATE user_record u
                SET replaced_at = GREATEST(:now, u.created_at + 1)
                FROM chosen
                WHERE u.uid = chosen.uid
                RETURNING u.uid
            ), counted AS (
                SELECT count(*) AS n FROM replaced
            ), relieved AS (
                UPDATE node SET load = GREATEST(load - counted.n, 0)
                FROM counted
                WHERE node.id = :id AND counted.n > 0
            )
            SELECT n FROM counted
            """;

    private static final String DRAINING = "SELECT id FROM node WHERE draining AND load > 0 ORDER BY id";

    private final JdbcClient database;
    private final Clock clock;

    NodeAdministration(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<NodeView> list() {
        return database.sql(LIST)
                .param("id", null, Types.BIGINT)
                .query(NodeAdministration::read)
                .list();
    }

    Optional<NodeView> find(long id) {
        return database.sql(LIST)
                .param("id", id, Types.BIGINT)
                .query(NodeAdministration::read)
                .optional();
    }

    /** The new node's id; empty if there is one of this URL. */
    Optional<Long> add(String url, long capacity, boolean downed, boolean backoff) {
        return database.sql(ADD)
                .param("url", url)
                .param("capacity", capacity)
                .param("downed", downed)
                .param("backoff", backoff)
                .query(Long.class)
                .optional();
    }

    void change(long id, NodeChanges changes) {
        database.sql(CHANGE)
                .param("id", id)
                .param("capacity", changes.capacity(), Types.BIGINT)
                .param("downed", changes.downed(), Types.BOOLEAN)
                .param("backoff", changes.backoff(), Types.BOOLEAN)
                .param("draining", changes.draining(), Types.BOOLEAN)
                .update();
    }

    /** Marks up to so many live records of the node as replaced: their users get another node with their next token. */
    long unassign(long id, long limit) {
        return database.sql(UNASSIGN)
                .param("id", id)
                .param("limit", limit)
                .param("now", clock.millis())
                .query(Long.class)
                .single();
    }

    /** Forgets the node. Its users get another one; nothing will be deleted from it. */
    void remove(long id) {
        unassign(id, Long.MAX_VALUE);
        database.sql("DELETE FROM node WHERE id = :id").param("id", id).update();
    }

    List<Long> draining() {
        return database.sql(DRAINING).query((row, number) -> row.getLong("id")).list();
    }

    private static NodeView read(ResultSet row, int number) throws SQLException {
        return new NodeView(
                row.getLong("id"),
                row.getString("url"),
                row.getLong("capacity"),
                row.getLong("load"),
                row.getBoolean("downed"),
                row.getBoolean("backoff"),
                row.getBoolean("draining"),
                row.getLong("replaced"));
    }
}
