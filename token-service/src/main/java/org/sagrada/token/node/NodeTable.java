package org.sagrada.token.node;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nodes and their load, for the transactions that make and replace records of users. */
@Repository
public class NodeTable {

    private static final String ADD = """
            INSERT INTO node (url, capacity)
            VALUES (:url, :capacity)
            ON CONFLICT (url) DO NOTHING
            """;

    private static final String BEST = """
            SELECT id
            FROM node
            WHERE load < capacity AND NOT downed AND NOT backoff AND NOT draining
            ORDER BY load::float8 / capacity, capacity - load DESC, id
            LIMIT 1
            """;

    /**
     * The next best while others are being taken: newcomers needn't wait for one another's commits. It costs the evenness of
     * loads no more than a user for each request at work.
     */
    private static final String BEST_FREE = BEST + "FOR UPDATE SKIP LOCKED";

    /** Looks again once it has the row: it may have filled up in the meantime. */
    private static final String TAKE = """
            UPDATE node
            SET load = load + 1
            WHERE id = :id AND load < capacity AND NOT downed AND NOT backoff AND NOT draining
            RETURNING id, url
            """;

    private static final String TAKE_NAMED = """
            UPDATE node
            SET load = load + 1
            WHERE url = :url
            RETURNING id, url
            """;

    private static final String GIVE_BACK = """
            UPDATE node
            SET load = GREATEST(load - 1, 0)
            WHERE id = :id
            """;

    private final JdbcClient database;

    NodeTable(JdbcClient database) {
        this.database = database;
    }

    /** Makes a node unless there is one of this URL. */
    void addIfAbsent(String url, long capacity) {
        database.sql(ADD).param("url", url).param("capacity", capacity).update();
    }

    /**
     * Counts one more user on the node that has the fewest for its capacity; empty when none takes any. At most one row
     * is locked, so that transactions never wait for one another in a circle.
     */
    public Optional<Node> takeBest() {
        while (true) {
            Optional<Long> best = database.sql(BEST_FREE)
                    .query(Long.class)
                    .optional()
                    .or(() -> database.sql(BEST).query(Long.class).optional());
            if (best.isEmpty()) {
                return Optional.empty();
            }
            Optional<Node> taken =
                    database.sql(TAKE).param("id", best.get()).query(Node.class).optional();
            if (taken.isPresent()) {
                return taken;
            }
        }
    }

    /** Counts one more user on a node, whatever its load and state; empty if there is no node of this URL. */
    public Optional<Node> take(String url) {
        return database.sql(TAKE_NAMED).param("url", url).query(Node.class).optional();
    }

    /** Counts one user less. */
    public void giveBack(long id) {
        database.sql(GIVE_BACK).param("id", id).update();
    }
}
