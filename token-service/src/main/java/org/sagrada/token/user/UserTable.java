package org.sagrada.token.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.trace.TraceParent;
import org.sagrada.token.node.Node;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records of users. */
@Repository
public class UserTable {

    /** Uses the index user_record_history. */
    private static final String HISTORY = """
            SELECT u.uid, u.generation, u.keys_changed_at, u.client_state, u.created_at, u.replaced_at,
                   n.id AS node_id, n.url AS node_url
            FROM user_record u
            LEFT JOIN node n ON n.id = u.node_id
            WHERE u.email = :email
            ORDER BY u.created_at DESC, u.uid DESC
            LIMIT 20
            """;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:email, 0))";

    private static final String ADD = """
            INSERT INTO user_record (email, generation, keys_changed_at, client_state, created_at, node_id)
            VALUES (:email, :generation, :keysChangedAt, :clientState, :createdAt, :nodeId)
            RETURNING uid
            """;

    private static final String RAISE = """
            UPDATE user_record
            SET generation = GREATEST(generation, :generation), keys_changed_at = GREATEST(keys_changed_at, :keysChangedAt)
            WHERE uid = :uid
            """;

    private static final String REPLACE = """
            UPDATE user_record
            SET replaced_at = :at
            WHERE email = :email AND replaced_at IS NULL
            """;

    private static final String RETIRE = """
            UPDATE user_record
            SET generation = 9223372036854775807, replaced_at = COALESCE(replaced_at, :at), erase_now = true,
                traceparent = :traceparent
            WHERE email = :email
            """;

    /** A record without data, replaced as it is made: see {@link UserRecord#isMemory}. */
    private static final String REMEMBER = """
            INSERT INTO user_record (email, generation, keys_changed_at, client_state, created_at, replaced_at, data_deleted_at)
            VALUES (:email, :generation, :keysChangedAt, '', :at, :at, :at)
            """;

    /** Records of passwords older than the reset, live or not: nobody can ever read what they point to. */
    private static final String RESET = """
            UPDATE user_record
            SET generation = GREATEST(generation, :changedAt - 1),
                keys_changed_at = GREATEST(keys_changed_at, :changedAt - 1),
                replaced_at = COALESCE(replaced_at, :at),
                erase_now = true,
                traceparent = :traceparent
            WHERE email = :email AND generation < :changedAt
            """;

    private final JdbcClient database;

    UserTable(JdbcClient database) {
        this.database = database;
    }

    /** What is known of the user with this e-mail. */
    public UserHistory history(String email) {
        return new UserHistory(database.sql(HISTORY)
                .param("email", email)
                .query(UserTable::read)
                .list());
    }

    /** Lets no other transaction change this user's records until the present one ends. */
    public void lock(String email) {
        database.sql(LOCK).param("email", email).query(row -> {});
    }

    /** Makes a live record and answers its uid. There must be no other live one. */
    public long add(String email, UserState state, long createdAt, long nodeId) {
        return database.sql(ADD)
                .param("email", email)
                .param("generation", state.generation())
                .param("keysChangedAt", state.keysChangedAt())
                .param("clientState", state.clientState())
                .param("createdAt", createdAt)
                .param("nodeId", nodeId)
                .query(Long.class)
                .single();
    }

    /** Raises the times of a record; none ever falls. */
    public void raise(long uid, UserState state) {
        database.sql(RAISE)
                .param("uid", uid)
                .param("generation", state.generation())
                .param("keysChangedAt", state.keysChangedAt())
                .update();
    }

    /** Ends all records of a user for good, and has their data erased as soon as can be. */
    public void retire(String email, long at) {
        if (database.sql(RETIRE)
                        .param("email", email)
                        .param("at", at)
                        .param("traceparent", TraceParent.current().orElse(null), Types.VARCHAR)
                        .update()
                == 0) {
            remember(email, new UserState(UserRecord.RETIRED, 0, ""), at);
        }
    }

    /** Has a user's older credentials refused, though no data of theirs is anywhere. The user must have no records. */
    public void remember(String email, UserState state, long at) {
        database.sql(REMEMBER)
                .param("email", email)
                .param("generation", state.generation())
                .param("keysChangedAt", state.keysChangedAt())
                .param("at", at)
                .update();
    }

    /**
     * Ends the records made before the keys were lost, and has their data erased as soon as can be.
     *
     * @param changedAt when the keys were lost, in ms
     */
    public void reset(String email, long changedAt, long at) {
        database.sql(RESET)
                .param("email", email)
                .param("changedAt", changedAt)
                .param("at", at)
                .param("traceparent", TraceParent.current().orElse(null), Types.VARCHAR)
                .update();
    }

    /** Marks the user's live record, if there is one, as replaced. */
    public void replace(String email, long at) {
        database.sql(REPLACE).param("email", email).param("at", at).update();
    }

    private static UserRecord read(ResultSet row, int number) throws SQLException {
        return new UserRecord(
                row.getLong("uid"),
                new UserState(row.getLong("generation"), row.getLong("keys_changed_at"), row.getString("client_state")),
                row.getLong("created_at"),
                row.getObject("replaced_at", Long.class),
                node(row));
    }

    private static @Nullable Node node(ResultSet row) throws SQLException {
        String url = row.getString("node_url");
        return url == null ? null : new Node(row.getLong("node_id"), url);
    }
}
