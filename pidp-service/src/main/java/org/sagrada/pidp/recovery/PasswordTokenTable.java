package org.sagrada.pidp.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens for another password. */
@Repository
class PasswordTokenTable {

    private static final String FIND_VALID = """
            SELECT token_id, kind, request_key, uid, code, tries, expires_at FROM password_token
            WHERE token_id = :tokenId AND kind = :kind AND expires_at > :now
            """;

    private static final String ADD = """
            INSERT INTO password_token (token_id, kind, request_key, uid, code, tries, expires_at)
            VALUES (:tokenId, :kind, :requestKey, :uid, :code, :tries, :expiresAt)
            """;

    private final JdbcClient database;

    PasswordTokenTable(JdbcClient database) {
        this.database = database;
    }

    Optional<PasswordToken> findValid(String tokenId, TokenKind kind, Instant now) {
        return database.sql(FIND_VALID)
                .param("tokenId", tokenId)
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .query((row, number) -> read(row))
                .optional();
    }

    void add(PasswordToken token) {
        database.sql(ADD)
                .param("tokenId", token.tokenId())
                .param("kind", token.kind().name())
                .param("requestKey", token.requestKey().bytes())
                .param("uid", token.uid())
                .param("code", token.code())
                .param("tries", token.tries())
                .param("expiresAt", Timestamp.from(token.expiresAt()))
                .update();
    }

    /** Of several that use a token at once, one is told true. */
    boolean delete(String tokenId) {
        return database.sql("DELETE FROM password_token WHERE token_id = :tokenId")
                        .param("tokenId", tokenId)
                        .update()
                > 0;
    }

    void deleteAll(String uid, TokenKind kind) {
        database.sql("DELETE FROM password_token WHERE uid = :uid AND kind = :kind")
                .param("uid", uid)
                .param("kind", kind.name())
                .update();
    }

    void deleteAll(String uid) {
        database.sql("DELETE FROM password_token WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }

    /** Counts one try; false when there was none left. */
    boolean countTry(String tokenId) {
        return database.sql("UPDATE password_token SET tries = tries - 1 WHERE token_id = :tokenId AND tries > 0")
                        .param("tokenId", tokenId)
                        .update()
                > 0;
    }

    private static PasswordToken read(ResultSet row) throws SQLException {
        return new PasswordToken(
                row.getString("token_id"),
                TokenKind.valueOf(row.getString("kind")),
                Key32.of(row.getBytes("request_key")),
                row.getString("uid"),
                row.getString("code"),
                row.getInt("tries"),
                row.getTimestamp("expires_at").toInstant());
    }
}
