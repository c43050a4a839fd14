package org.sagrada.token.admin;

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

    private static final String OF_USER =
            RecordView.SELECT + "WHERE u.email = :email ORDER BY u.created_at DESC, u.uid DESC";

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
                .query(RecordView::read)
                .list();
    }
}
