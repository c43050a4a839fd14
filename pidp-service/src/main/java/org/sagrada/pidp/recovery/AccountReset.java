package org.sagrada.pidp.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.event.AccountEvents;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.signin.SessionVerification;
import org.sagrada.pidp.signin.SignInAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Another password for who lost the old one: the keys are lost with it, unless a recovery key brings them back. */
@Component
final class AccountReset {

    private final Passwords passwords;
    private final PasswordTokens tokens;
    private final PasswordReplacement replacement;
    private final RecoveryKeys recoveryKeys;
    private final AccountTable accounts;
    private final SessionVerification verification;
    private final AccountEvents events;
    private final MailOutbox mails;
    private final Limits limits;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    AccountReset(
            Passwords passwords,
            PasswordTokens tokens,
            PasswordReplacement replacement,
            RecoveryKeys recoveryKeys,
            AccountTable accounts,
            SessionVerification verification,
            AccountEvents events,
            MailOutbox mails,
            Limits limits,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.replacement = replacement;
        this.recoveryKeys = recoveryKeys;
        this.accounts = accounts;
        this.verification = verification;
        this.events = events;
        this.mails = mails;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces the password; a session is begun for a client that asks for one. */
    Optional<SignInAnswer> reset(
            ProvenToken.Reset proven, ResetRequest request, String userAgent, String clientAddress) {
        var uid = proven.token().uid();
        var made = passwords.make(request.password());
        var answer = transaction.execute(status -> {
            tokens.use(proven);
            var account = accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
            replace(account, made, request.recoveryKeyId());
            var email = replacement.primary(account);
            mails.add(Mail.to(email.address(), account, MailKind.PASSWORD_RESET, null));
            if (!request.withSession()) {
                return Optional.<SignInAnswer>empty();
            }
            var origin = new SessionOrigin(userAgent, verification.pending(account, email));
            var opened = request.withKeys() ? made.opened() : List.<OpenedCredentials>of();
            return Optional.of(replacement.signIn(account, origin, null, opened));
        });
        audit.note(AuditLog.Happening.PASSWORD_RESET, uid, clientAddress);
        limits.forgiveWrongPasswords(uid, clientAddress);
        return answer;
    }

    private void replace(Account account, Passwords.Made made, Optional<String> recoveryKeyId) {
        var uid = account.uid();
        var now = clock.instant();
        if (recoveryKeyId.isPresent()) {
            recoveryKeys.require(uid, recoveryKeyId.get());
            var changed = account.withPassword(made.credentials(), now);
            accounts.save(changed);
            events.passwordChanged(uid, changed.verifierSetAt());
        } else {
            var reset = account.withNewKeys(made.credentials(), now);
            accounts.save(reset);
            events.reset(uid, reset.keysChangedAt());
        }
        recoveryKeys.remove(uid);
        replacement.endEverything(uid);
    }
}
