package org.sagrada.pidp.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The PIdP's own keys. */
@Repository
class SigningKeyTable {

    private static final String FIND_LISTED = """
            SELECT kid, secret_key, created_at, signs_from, listed_until FROM signing_key
            WHERE listed_until IS NULL OR listed_until > :now
            ORDER BY signs_from DESC
            """;

    private static final String ADD = """
            INSERT INTO signing_key (kid, secret_key, created_at, signs_from)
            VALUES (:kid, :secretKey, :createdAt, :signsFrom)
            """;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('sagrada.pidp.signing_key'))";

    private final JdbcClient database;

    SigningKeyTable(JdbcClient database) {
        this.database = database;
    }

    /** All that verifiers are to know, the one that signs last first. */
    List<StoredSigningKey> findListed(Instant now) {
        return database.sql(FIND_LISTED)
                .param("now", Timestamp.from(now))
                .query((row, number) -> read(row))
                .list();
    }

    void add(StoredSigningKey key) {
        database.sql(ADD)
                .param("kid", key.kid())
                .param("secretKey", key.secretKey())
                .param("createdAt", Timestamp.from(key.createdAt()))
                .param("signsFrom", Timestamp.from(key.signsFrom()))
                .update();
    }

    /** Lets one process at a time make keys; until the transaction ends. */
    void lock() {
        database.sql(LOCK).query(row -> {});
    }

    /** Says when verifiers may forget the keys of which that was not said yet. */
    void listUntil(Instant time) {
        database.sql("UPDATE signing_key SET listed_until = :time WHERE listed_until IS NULL")
                .param("time", Timestamp.from(time))
                .update();
    }

    void deleteListedUntil(Instant time) {
        database.sql("DELETE FROM signing_key WHERE listed_until < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    private static StoredSigningKey read(ResultSet row) throws SQLException {
        var listedUntil = row.getTimestamp("listed_until");
        return new StoredSigningKey(
                row.getString("kid"),
                row.getString("secret_key"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("signs_from").toInstant(),
                listedUntil == null ? null : listedUntil.toInstant());
    }
}
