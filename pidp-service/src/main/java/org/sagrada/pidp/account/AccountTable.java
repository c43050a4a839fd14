package org.sagrada.pidp.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.password.Credentials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts, by uid. */
@Repository
public class AccountTable {

    /** What {@link #read} wants of a table that the statement calls {@code a}. */
    public static final String COLUMNS = """
            a.uid, a.salt_email, a.ka, a.auth_salt, a.scrypt_cost, a.verify_hash, a.wrap_wrap_kb, a.verify_hash_v2,
            a.wrap_wrap_kb_v2, a.client_salt, a.locale, a.created_at AS account_created_at, a.verifier_set_at,
            a.keys_changed_at, a.profile_changed_at, a.disabled_at, a.command_index
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM account a WHERE a.uid = :uid";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String ADD = """
            INSERT INTO account (uid, salt_email, ka, auth_salt, scrypt_cost, verify_hash, wrap_wrap_kb, verify_hash_v2,
                                 wrap_wrap_kb_v2, client_salt, locale, created_at, verifier_set_at, keys_changed_at,
                                 profile_changed_at, disabled_at, command_index)
            VALUES (:uid, :saltEmail, :ka, :authSalt, :scryptCost, :verifyHash, :wrapWrapKb, :verifyHashV2,
                    :wrapWrapKbV2, :clientSalt, :locale, :createdAt, :verifierSetAt, :keysChangedAt,
                    :profileChangedAt, :disabledAt, :commandIndex)
            """;

    private static final String SAVE = """
            UPDATE account
            SET auth_salt = :authSalt, scrypt_cost = :scryptCost, verify_hash = :verifyHash, wrap_wrap_kb = :wrapWrapKb,
                verify_hash_v2 = :verifyHashV2, wrap_wrap_kb_v2 = :wrapWrapKbV2, client_salt = :clientSalt,
                verifier_set_at = :verifierSetAt, keys_changed_at = :keysChangedAt, profile_changed_at = :profileChangedAt,
                disabled_at = :disabledAt, command_index = :commandIndex
            WHERE uid = :uid
            """;

    private final JdbcClient database;

    AccountTable(JdbcClient database) {
        this.database = database;
    }

    /** The account as it is. */
    public Optional<Account> find(String uid) {
        return database.sql(FIND)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The account, which nobody else changes until the transaction ends. */
    public Optional<Account> lock(String uid) {
        return database.sql(LOCK)
                .param("uid", uid)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Whether there is one. */
    public boolean exists(String uid) {
        return database.sql("SELECT EXISTS (SELECT FROM account WHERE uid = :uid)")
                .param("uid", uid)
                .query(Boolean.class)
                .single();
    }

    /** Stores a new one. */
    public void add(Account account) {
        changing(ADD, account)
                .param("saltEmail", account.saltEmail())
                .param("ka", account.ka().bytes())
                .param("locale", account.locale().orElse(null))
                .param("createdAt", Timestamp.from(account.createdAt()))
                .update();
    }

    /** Stores a changed one, which the transaction has locked. */
    public void save(Account account) {
        changing(SAVE, account).update();
    }

    /** Deletes it with all that belongs to it; false when there is none. */
    public boolean delete(String uid) {
        return database.sql("DELETE FROM account WHERE uid = :uid")
                        .param("uid", uid)
                        .update()
                > 0;
    }

    /** An account from the {@link #COLUMNS} of a row. */
    public static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("uid"),
                row.getString("salt_email"),
                key(row, "ka"),
                new Credentials(
                        key(row, "auth_salt"),
                        row.getInt("scrypt_cost"),
                        new Credentials.Locked(key(row, "verify_hash"), key(row, "wrap_wrap_kb")),
                        version2(row)),
                Optional.ofNullable(row.getString("locale")),
                row.getTimestamp("account_created_at").toInstant(),
                row.getTimestamp("verifier_set_at").toInstant(),
                row.getTimestamp("keys_changed_at").toInstant(),
                row.getTimestamp("profile_changed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("disabled_at")).map(Timestamp::toInstant),
                row.getLong("command_index"));
    }

    private static Credentials.@Nullable Version2 version2(ResultSet row) throws SQLException {
        var clientSalt = row.getString("client_salt");
        return clientSalt == null
                ? null
                : new Credentials.Version2(
                        new Credentials.Locked(key(row, "verify_hash_v2"), key(row, "wrap_wrap_kb_v2")), clientSalt);
    }

    private static Key32 key(ResultSet row, String column) throws SQLException {
        return Key32.of(row.getBytes(column));
    }

    private JdbcClient.StatementSpec changing(String sql, Account account) {
        var credentials = account.credentials();
        var version2 = Optional.ofNullable(credentials.version2());
        return database.sql(sql)
                .param("uid", account.uid())
                .param("authSalt", credentials.authSalt().bytes())
                .param("scryptCost", credentials.scryptCost())
                .param("verifyHash", credentials.version1().verifyHash().bytes())
                .param("wrapWrapKb", credentials.version1().wrapWrapKb().bytes())
                .param(
                        "verifyHashV2",
                        version2.map(v2 -> v2.locked().verifyHash().bytes()).orElse(null))
                .param(
                        "wrapWrapKbV2",
                        version2.map(v2 -> v2.locked().wrapWrapKb().bytes()).orElse(null))
                .param("clientSalt", credentials.clientSalt().orElse(null))
                .param("verifierSetAt", Timestamp.from(account.verifierSetAt()))
                .param("keysChangedAt", Timestamp.from(account.keysChangedAt()))
                .param("profileChangedAt", Timestamp.from(account.profileChangedAt()))
                .param("disabledAt", account.disabledAt().map(Timestamp::from).orElse(null))
                .param("commandIndex", account.commandIndex());
    }
}
