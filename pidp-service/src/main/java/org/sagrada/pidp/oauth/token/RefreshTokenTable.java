package org.sagrada.pidp.oauth.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refresh tokens by their ids. */
@Repository
class RefreshTokenTable {

    private static final String COLUMNS =
            "r.id, r.uid, r.client_id, r.scope, r.auth_at, r.methods, r.user_agent, r.created_at, r.last_used_at";

    private static final String FIND_PERMISSION = "SELECT " + COLUMNS + ", " + AccountTable.COLUMNS + """
            FROM refresh_token r JOIN account a ON a.uid = r.uid
            WHERE r.id = :id AND a.disabled_at IS NULL
            """;

    private static final String FIND_ALL =
            "SELECT " + COLUMNS + " FROM refresh_token r WHERE r.uid = :uid ORDER BY r.last_used_at DESC, r.id";

    private static final String ADD = """
            INSERT INTO refresh_token (id, uid, client_id, scope, auth_at, methods, user_agent, created_at, last_used_at)
            VALUES (:id, :uid, :clientId, :scope, :authAt, :methods, :userAgent, :createdAt, :lastUsedAt)
            """;

    private static final String TOUCH =
            "UPDATE refresh_token SET last_used_at = :now WHERE id = :id AND last_used_at < :unlessSince";

    private final JdbcClient database;

    RefreshTokenTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Permission> findPermission(String id) {
        return database.sql(FIND_PERMISSION)
                .param("id", id)
                .query((row, number) -> new Permission(read(row), AccountTable.read(row)))
                .optional();
    }

    List<RefreshToken> findAll(String uid) {
        return database.sql(FIND_ALL)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .list();
    }

    void add(RefreshToken token) {
        database.sql(ADD)
                .param("id", token.id())
                .param("uid", token.uid())
                .param("clientId", token.clientId())
                .param("scope", token.scope().toString())
                .param("authAt", Timestamp.from(token.authAt()))
                .param("methods", AuthenticationMethod.join(token.methods()))
                .param("userAgent", token.userAgent())
                .param("createdAt", Timestamp.from(token.createdAt()))
                .param("lastUsedAt", Timestamp.from(token.lastUsedAt()))
                .update();
    }

    /** False when there is none. */
    boolean delete(String id, String uid) {
        return database.sql("DELETE FROM refresh_token WHERE id = :id AND uid = :uid")
                        .param("id", id)
                        .param("uid", uid)
                        .update()
                > 0;
    }

    void deleteAll(String uid) {
        database.sql("DELETE FROM refresh_token WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }

    void touch(String id, Instant now, Instant unlessSince) {
        database.sql(TOUCH)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("unlessSince", Timestamp.from(unlessSince))
                .update();
    }

    private static RefreshToken read(ResultSet row) throws SQLException {
        return new RefreshToken(
                row.getString("id"),
                row.getString("uid"),
                row.getString("client_id"),
                ScopeSet.parse(row.getString("scope")),
                row.getTimestamp("auth_at").toInstant(),
                AuthenticationMethod.split(row.getString("methods")),
                row.getString("user_agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant());
    }
}
