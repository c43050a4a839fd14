package org.sagrada.pidp.email;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of all accounts. */
@Repository
public class EmailTable {

    /** What {@link #read} wants of a table that the statement calls {@code e}. */
    public static final String COLUMNS = """
            e.uid, e.address, e.normalized, e.is_primary, e.verified_at, e.code, e.created_at AS email_created_at
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM email e WHERE ";

    private static final String FIND_OWNER =
            FIND + "e.normalized = :normalized AND (e.is_primary OR e.verified_at IS NOT NULL)";

    private static final String FIND_PRIMARY = FIND + "e.uid = :uid AND e.is_primary";

    private static final String FIND_ALL = FIND + "e.uid = :uid ORDER BY e.is_primary DESC, e.created_at";

    private static final String FIND_ONE = FIND + "e.uid = :uid AND e.normalized = :normalized";

    private static final String ADD = """
            INSERT INTO email (id, uid, address, normalized, is_primary, verified_at, code, created_at)
            VALUES (gen_random_uuid(), :uid, :address, :normalized, :isPrimary, :verifiedAt, :code, :createdAt)
            """;

    private static final String VERIFY = """
            UPDATE email SET verified_at = :now WHERE uid = :uid AND normalized = :normalized AND verified_at IS NULL
            """;

    private static final String VERIFY_PRIMARY =
            "UPDATE email SET verified_at = :now WHERE uid = :uid AND is_primary AND verified_at IS NULL";

    private static final String DELETE = "DELETE FROM email WHERE uid = :uid AND normalized = :normalized";

    private static final String DELETE_UNPROVEN_CLAIMS =
            "DELETE FROM email WHERE normalized = :normalized AND NOT is_primary AND verified_at IS NULL";

    private static final String DEMOTE = "UPDATE email SET is_primary = false WHERE uid = :uid AND is_primary";

    private static final String PROMOTE =
            "UPDATE email SET is_primary = true WHERE uid = :uid AND normalized = :normalized";

    private final JdbcClient database;

    EmailTable(JdbcClient database) {
        this.database = database;
    }

    /** The address's owner: the account whose first address it is, or which has verified it. */
    public Optional<Email> findOwner(String normalized) {
        return database.sql(FIND_OWNER)
                .param("normalized", normalized)
                .query((row, number) -> read(row))
                .optional();
    }

    /** An account's first address. */
    public Optional<Email> findPrimary(String uid) {
        return database.sql(FIND_PRIMARY)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .optional();
    }

    /** All addresses of an account, the first one first. */
    public List<Email> findAll(String uid) {
        return database.sql(FIND_ALL)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .list();
    }

    /** One address of an account. */
    public Optional<Email> find(String uid, String normalized) {
        return database.sql(FIND_ONE)
                .param("uid", uid)
                .param("normalized", normalized)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Stores a new one. */
    public void add(Email email) {
        database.sql(ADD)
                .param("uid", email.uid())
                .param("address", email.address())
                .param("normalized", email.normalized())
                .param("isPrimary", email.isPrimary())
                .param("verifiedAt", email.verifiedAt().map(Timestamp::from).orElse(null))
                .param("code", email.code())
                .param("createdAt", Timestamp.from(email.createdAt()))
                .update();
    }

    /** Marks an address as verified; the first time counts. */
    public void verify(Email email, Instant now) {
        database.sql(VERIFY)
                .param("now", Timestamp.from(now))
                .param("uid", email.uid())
                .param("normalized", email.normalized())
                .update();
    }

    /** Marks an account's first address as verified; the first time counts. */
    public void verifyPrimary(String uid, Instant now) {
        database.sql(VERIFY_PRIMARY)
                .param("now", Timestamp.from(now))
                .param("uid", uid)
                .update();
    }

    /** Takes an address from its account. */
    public void delete(Email email) {
        database.sql(DELETE)
                .param("uid", email.uid())
                .param("normalized", email.normalized())
                .update();
    }

    /** Takes away claims to an address that nobody proved. */
    public void deleteUnprovenClaims(String normalized) {
        database.sql(DELETE_UNPROVEN_CLAIMS).param("normalized", normalized).update();
    }

    /** Leaves an account without a first address, until {@link #promote} gives it another in the same transaction. */
    public void demotePrimary(String uid) {
        database.sql(DEMOTE).param("uid", uid).update();
    }

    /** Makes one of an account's addresses its first one. */
    public void promote(String uid, String normalized) {
        database.sql(PROMOTE).param("uid", uid).param("normalized", normalized).update();
    }

    /** An address from the {@link #COLUMNS} of a row. */
    public static Email read(ResultSet row) throws SQLException {
        return new Email(
                row.getString("uid"),
                row.getString("address"),
                row.getString("normalized"),
                row.getBoolean("is_primary"),
                Optional.ofNullable(row.getTimestamp("verified_at")).map(Timestamp::toInstant),
                row.getString("code"),
                row.getTimestamp("email_created_at").toInstant());
    }
}
