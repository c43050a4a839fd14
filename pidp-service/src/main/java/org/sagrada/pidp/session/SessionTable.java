package org.sagrada.pidp.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.email.EmailTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions by the ids of their tokens. */
@Repository
public class SessionTable {

    private static final String COLUMNS = """
            s.token_id, s.request_key, s.uid, s.handle, s.created_at AS session_created_at, s.auth_at, s.last_used_at,
            s.user_agent, s.methods, s.verification_id
            """;

    private static final String FIND_SIGNED_IN =
            "SELECT " + COLUMNS + ", " + AccountTable.COLUMNS + ", " + EmailTable.COLUMNS + """
            FROM session s JOIN account a ON a.uid = s.uid JOIN email e ON e.uid = s.uid AND e.is_primary
            WHERE s.token_id = :tokenId AND a.disabled_at IS NULL
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM session s WHERE s.token_id = :tokenId";

    private static final String FIND_ALL =
            "SELECT " + COLUMNS + " FROM session s WHERE s.uid = :uid ORDER BY s.last_used_at DESC, s.token_id";

    private static final String ADD = """
            INSERT INTO session (token_id, request_key, uid, handle, created_at, auth_at, last_used_at, user_agent, methods,
                                 verification_id)
            VALUES (:tokenId, :requestKey, :uid, :handle, :createdAt, :authAt, :lastUsedAt, :userAgent, :methods,
                    :verificationId)
            """;

    private static final String SAVE = """
            UPDATE session SET auth_at = :authAt, methods = :methods, verification_id = :verificationId
            WHERE token_id = :tokenId
            """;

    private static final String TOUCH =
            "UPDATE session SET last_used_at = :now WHERE token_id = :tokenId AND last_used_at < :unlessSince";

    private final JdbcClient database;

    SessionTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * The session with its account and that account's first address. Each signed request asks for it, so it goes to the database
     * once.
     */
    public Optional<SignedIn> findSignedIn(String tokenId) {
        return database.sql(FIND_SIGNED_IN)
                .param("tokenId", tokenId)
                .query((row, number) -> new SignedIn(read(row), AccountTable.read(row), EmailTable.read(row)))
                .optional();
    }

    /** The session as it is. */
    public Optional<Session> find(String tokenId) {
        return database.sql(FIND)
                .param("tokenId", tokenId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** All of an account's, the last used first. */
    public List<Session> findAll(String uid) {
        return database.sql(FIND_ALL)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .list();
    }

    /** Stores a new one. */
    void add(Session session) {
        changing(ADD, session)
                .param("requestKey", session.requestKey().bytes())
                .param("uid", session.uid())
                .param("handle", session.handle())
                .param("createdAt", Timestamp.from(session.createdAt()))
                .param("lastUsedAt", Timestamp.from(session.lastUsedAt()))
                .param("userAgent", session.userAgent())
                .update();
    }

    /** Stores a changed one, whose account the transaction has locked. */
    public void save(Session session) {
        changing(SAVE, session).update();
    }

    /** Ends one session of an account; false when there is none. */
    public boolean delete(String tokenId, String uid) {
        return database.sql("DELETE FROM session WHERE token_id = :tokenId AND uid = :uid")
                        .param("tokenId", tokenId)
                        .param("uid", uid)
                        .update()
                > 0;
    }

    /** Ends all sessions of an account. */
    public void deleteAll(String uid) {
        database.sql("DELETE FROM session WHERE uid = :uid").param("uid", uid).update();
    }

    /** Notes that a session signed a request, unless that was noted since the time given. */
    void touch(String tokenId, Instant now, Instant unlessSince) {
        database.sql(TOUCH)
                .param("tokenId", tokenId)
                .param("now", Timestamp.from(now))
                .param("unlessSince", Timestamp.from(unlessSince))
                .update();
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getString("token_id"),
                Key32.of(row.getBytes("request_key")),
                row.getString("uid"),
                row.getString("handle"),
                row.getTimestamp("session_created_at").toInstant(),
                row.getTimestamp("auth_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getString("user_agent"),
                AuthenticationMethod.split(row.getString("methods")),
                Optional.ofNullable(row.getString("verification_id")));
    }

    private JdbcClient.StatementSpec changing(String sql, Session session) {
        return database.sql(sql)
                .param("tokenId", session.tokenId())
                .param("authAt", Timestamp.from(session.authAt()))
                .param("methods", AuthenticationMethod.join(session.methods()))
                .param("verificationId", session.verificationId().orElse(null));
    }
}
