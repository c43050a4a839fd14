package org.sagrada.pidp.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountRepository;
import org.sagrada.pidp.email.EmailRepository;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.event.AccountEvents;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.session.SessionRepository;
import org.sagrada.pidp.signin.AccountDeletion;
import org.sagrada.pidp.signin.NewAccounts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an operator does to accounts. */
@Component
final class AccountAdministration {

    private static final String OPERATOR = "operator";

    private final AccountRepository accounts;
    private final EmailRepository emails;
    private final SessionRepository sessions;
    private final RefreshTokens refreshTokens;
    private final NewAccounts newAccounts;
    private final AccountDeletion deletion;
    private final Passwords passwords;
    private final AccountEvents events;
    private final AuditLog audit;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Clock clock;

    AccountAdministration(
            AccountRepository accounts,
            EmailRepository emails,
            SessionRepository sessions,
            RefreshTokens refreshTokens,
            NewAccounts newAccounts,
            AccountDeletion deletion,
            Passwords passwords,
            AccountEvents events,
            AuditLog audit,
            JdbcClient database,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.newAccounts = newAccounts;
        this.deletion = deletion;
        this.passwords = passwords;
        this.events = events;
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes an account whose address the operator vouches for; answers its uid. */
    String create(EmailAddress address, NewPassword password) {
        newAccounts.requireFree(address);
        var made = passwords.make(password);
        try {
            var uid = transaction.execute(status -> newAccounts
                    .make(address, made.credentials(), null, true)
                    .account()
                    .uid());
            audit.note(AuditLog.Happening.ACCOUNT_CREATED, uid, OPERATOR);
            return uid;
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(PidpError.accountExists(address.text()));
        }
    }

    /** Some accounts, in the order of their uids, after a given one. */
    List<Listed> list(String after, int limit) {
        return database.sql("""
                        SELECT a.uid, e.address, e.verified_at IS NOT NULL AS verified, a.disabled_at IS NOT NULL AS disabled,
                               a.created_at, (SELECT count(*) FROM session s WHERE s.uid = a.uid) AS sessions
                        FROM account a JOIN email e ON e.uid = a.uid AND e.is_primary
                        WHERE a.uid > :after ORDER BY a.uid LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Listed(
                        row.getString("uid"),
                        row.getString("address"),
                        row.getBoolean("verified"),
                        row.getBoolean("disabled"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("sessions")))
                .list();
    }

    /** Locks an account: its sessions end, and what was signed for it before counts no more. */
    void disable(String uid) {
        transaction.executeWithoutResult(status -> {
            var account = lock(uid);
            account.disable(clock.instant());
            accounts.save(account);
            sessions.deleteAll(uid);
            refreshTokens.revokeAll(uid);
            events.passwordChanged(uid, account.verifierSetAt());
        });
        audit.note(AuditLog.Happening.ACCOUNT_DISABLED, uid, OPERATOR);
    }

    /** Opens an account again. */
    void enable(String uid) {
        transaction.executeWithoutResult(status -> lock(uid).enable());
        audit.note(AuditLog.Happening.ACCOUNT_ENABLED, uid, OPERATOR);
    }

    /** Vouches for an account's first address. */
    void verify(String uid) {
        transaction.executeWithoutResult(status -> {
            lock(uid);
            emails.findPrimary(uid).ifPresent(email -> {
                email.verify(clock.instant());
                sessions.findAll(uid).forEach(session -> session.verifiedWithAddress(email.code()));
            });
        });
    }

    void delete(String uid) {
        if (!deletion.delete(uid, OPERATOR)) {
            throw new Refusal(PidpError.unknownAccount());
        }
    }

    private Account lock(String uid) {
        return accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.unknownAccount()));
    }

    /**
     * An account in a list.
     *
     * @param sessions how many there are
     */
    record Listed(String uid, String email, boolean verified, boolean disabled, Instant createdAt, int sessions) {}
}
