package org.sagrada.token.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators do with users. */
@Repository
class UserAdministration {

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE replaced_at IS NULL) AS users,
                   count(*) FILTER (WHERE replaced_at IS NOT NULL) AS replaced,
                   count(*) FILTER (WHERE generation = 9223372036854775807) AS retired
            FROM user_record
            WHERE created_at <= :createdUntil
            """;

    private static final String SELECT = """
            SELECT u.uid, u.email, u.generation, u.keys_changed_at, u.client_state, u.created_at, u.replaced_at, n.url AS node
            FROM user_record u
            LEFT JOIN node n ON n.id = u.node_id
            """;

    private static final String OF_USER = SELECT + "WHERE u.email = :email ORDER BY u.created_at DESC, u.uid DESC";

    private static final String AFTER = SELECT + "WHERE u.uid > :after ORDER BY u.uid LIMIT :limit";

    /** A uid that is in use stays as it is, so that an import that broke off can be repeated. */
    private static final String IMPORT = """
            INSERT INTO user_record
                (uid, email, generation, keys_changed_at, client_state, created_at, replaced_at, node_id)
            OVERRIDING SYSTEM VALUE
            SELECT :uid, :email, :generation, :keysChangedAt, :clientState, :createdAt, :replacedAt, n.id
            FROM node n
            WHERE n.url = :node
            ON CONFLICT (uid) DO NOTHING
            """;

    private static final String COUNT_IMPORTED = """
            UPDATE node SET load = (
                SELECT count(*) FROM user_record u WHERE u.node_id = node.id AND u.replaced_at IS NULL)
            """;

    private static final String SKIP_UIDS = """
            SELECT setval(pg_get_serial_sequence('user_record', 'uid'), GREATEST(
                (SELECT max(uid) FROM user_record),
                nextval(pg_get_serial_sequence('user_record', 'uid'))))
            """;

    private final JdbcClient database;

    UserAdministration(JdbcClient database) {
        this.database = database;
    }

    UserCounts count(long createdUntil) {
        return database.sql(COUNT)
                .param("createdUntil", createdUntil)
                .query(UserCounts.class)
                .single();
    }

    List<RecordView> history(String email) {
        return database.sql(OF_USER)
                .param("email", email)
                .query(UserAdministration::read)
                .list();
    }

    List<RecordView> after(long uid, int limit) {
        return database.sql(AFTER)
                .param("after", uid)
                .param("limit", limit)
                .query(UserAdministration::read)
                .list();
    }

    /** False if the uid is in use, or its node isn't there. */
    boolean add(RecordView record) {
        return database.sql(IMPORT)
                        .param("uid", record.uid())
                        .param("email", record.email())
                        .param("generation", record.generation())
                        .param("keysChangedAt", record.keysChangedAt())
                        .param("clientState", record.clientState())
                        .param("createdAt", record.createdAt())
                        .param("replacedAt", record.replacedAt(), Types.BIGINT)
                        .param("node", record.node())
                        .update()
                == 1;
    }

    /** Makes load and uids fit what was imported. */
    void settle() {
        database.sql(COUNT_IMPORTED).update();
        database.sql(SKIP_UIDS).query(Long.class).single();
    }

    private static RecordView read(ResultSet row, int number) throws SQLException {
        return new RecordView(
                row.getLong("uid"),
                row.getString("email"),
                row.getLong("generation"),
                row.getLong("keys_changed_at"),
                row.getString("client_state"),
                row.getLong("created_at"),
                row.getObject("replaced_at", Long.class),
                row.getString("node"));
    }
}
