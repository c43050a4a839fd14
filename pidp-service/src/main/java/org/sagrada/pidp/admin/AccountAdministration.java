package org.sagrada.pidp.admin;

import java.time.Clock;
import org.sagrada.pidp.abuse.AuditLog.Happening;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.event.AccountEvents;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.signin.AccountDeletion;
import org.sagrada.pidp.signin.NewAccounts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What an operator does to accounts. Call it within a transaction. */
@Component
final class AccountAdministration {

    /** What the account API answers with 400 is, for a path that names an account, 404. */
    static final PidpError UNKNOWN = PidpError.of(404, 102, "Unknown account");

    private final AccountTable accounts;
    private final EmailTable emails;
    private final SessionTable sessions;
    private final RefreshTokens refreshTokens;
    private final NewAccounts newAccounts;
    private final AccountDeletion deletion;
    private final Passwords passwords;
    private final AccountEvents events;
    private final Clock clock;

    AccountAdministration(
            AccountTable accounts,
            EmailTable emails,
            SessionTable sessions,
            RefreshTokens refreshTokens,
            NewAccounts newAccounts,
            AccountDeletion deletion,
            Passwords passwords,
            AccountEvents events,
            Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.newAccounts = newAccounts;
        this.deletion = deletion;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account whose address the operator vouches for. */
    Change create(EmailAddress address, NewPassword password) {
        newAccounts.requireFree(address);
        var made = passwords.make(password);
        try {
            var account =
                    newAccounts.make(address, made.credentials(), null, true).account();
            return Change.of(Happening.ACCOUNT_CREATED, account.uid());
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(PidpError.accountExists(address.text()));
        }
    }

    /** Locks an account: its sessions end, and what was signed for it before counts no more. */
    Change disable(String uid) {
        var account = lock(uid).disabled(clock.instant());
        accounts.save(account);
        sessions.deleteAll(uid);
        refreshTokens.revokeAll(uid);
        events.passwordChanged(uid, account.verifierSetAt());
        return Change.of(Happening.ACCOUNT_DISABLED, uid);
    }

    /** Opens an account again. */
    Change enable(String uid) {
        accounts.save(lock(uid).enabled());
        return Change.of(Happening.ACCOUNT_ENABLED, uid);
    }

    /** Vouches for an account's first address. */
    Change verify(String uid) {
        lock(uid);
        emails.findPrimary(uid).ifPresent(email -> {
            emails.verify(email, clock.instant());
            sessions.findAll(uid).stream()
                    .filter(session -> session.isWaitingFor(email.code()))
                    .forEach(session -> sessions.save(session.verifiedWithAddress()));
        });
        return Change.of(Happening.EMAIL_VERIFIED, uid);
    }

    /** Deletes an account with its data. */
    Change delete(String uid) {
        if (!deletion.delete(uid)) {
            throw new Refusal(UNKNOWN);
        }
        return Change.of(Happening.ACCOUNT_DELETED, uid);
    }

    private Account lock(String uid) {
        return accounts.lock(uid).orElseThrow(() -> new Refusal(UNKNOWN));
    }
}
