package org.sagrada.pidp.key;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Key-fetch tokens by their ids. */
@Repository
class KeyFetchTokenTable {

    private static final String FIND = """
            SELECT token_id, request_key, uid, session_id, bundle FROM key_fetch_token WHERE token_id = :tokenId
            """;

    private static final String ADD = """
            INSERT INTO key_fetch_token (token_id, request_key, uid, session_id, bundle, created_at)
            VALUES (:tokenId, :requestKey, :uid, :sessionId, :bundle, :now)
            """;

    private final JdbcClient database;

    KeyFetchTokenTable(JdbcClient database) {
        this.database = database;
    }

    Optional<KeyFetchToken> find(String tokenId) {
        return database.sql(FIND)
                .param("tokenId", tokenId)
                .query((row, number) -> new KeyFetchToken(
                        row.getString("token_id"),
                        Key32.of(row.getBytes("request_key")),
                        row.getString("uid"),
                        Optional.ofNullable(row.getString("session_id")),
                        row.getString("bundle")))
                .optional();
    }

    void add(KeyFetchToken token, Instant now) {
        database.sql(ADD)
                .param("tokenId", token.tokenId())
                .param("requestKey", token.requestKey().bytes())
                .param("uid", token.uid())
                .param("sessionId", token.sessionId().orElse(null))
                .param("bundle", token.bundle())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Of several that use a token at once, one is told true. */
    boolean delete(String tokenId) {
        return database.sql("DELETE FROM key_fetch_token WHERE token_id = :tokenId")
                        .param("tokenId", tokenId)
                        .update()
                > 0;
    }

    void deleteAll(String uid) {
        database.sql("DELETE FROM key_fetch_token WHERE uid = :uid")
                .param("uid", uid)
                .update();
    }
}
