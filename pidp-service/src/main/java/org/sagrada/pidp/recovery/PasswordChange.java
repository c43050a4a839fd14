package org.sagrada.pidp.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.AuditLog.Happening;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.event.AccountEvents;
import org.sagrada.pidp.key.KeyFetchTokens;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.pidp.signin.PasswordCheck;
import org.sagrada.pidp.signin.SecondStepGuard;
import org.sagrada.pidp.signin.SignInAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Another password for who knows the old one: the keys stay (onepw protocol). */
@Component
final class PasswordChange {

    private final PasswordCheck check;
    private final Passwords passwords;
    private final PasswordTokens tokens;
    private final PasswordReplacement replacement;
    private final KeyFetchTokens keyFetchTokens;
    private final AccountTable accounts;
    private final SessionTable sessions;
    private final SecondStepGuard secondStep;
    private final AccountEvents events;
    private final MailOutbox mails;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    PasswordChange(
            PasswordCheck check,
            Passwords passwords,
            PasswordTokens tokens,
            PasswordReplacement replacement,
            KeyFetchTokens keyFetchTokens,
            AccountTable accounts,
            SessionTable sessions,
            SecondStepGuard secondStep,
            AccountEvents events,
            MailOutbox mails,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.check = check;
        this.passwords = passwords;
        this.tokens = tokens;
        this.replacement = replacement;
        this.keyFetchTokens = keyFetchTokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.events = events;
        this.mails = mails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Hands out the keys to wrap anew, and the right to bring them back. */
    Started start(ChangeRequest request, Optional<SignedIn> signedIn, String clientAddress) {
        var checked = check.check(request.email(), request.current(), request.oldAuthPw(), clientAddress);
        signedIn.filter(found -> !found.uid().equals(checked.account().uid())).ifPresent(stranger -> {
            throw new Refusal(PidpError.invalidToken());
        });
        return transaction.execute(status -> {
            var account = check.lock(checked);
            secondStep.requirePassed(account.uid(), signedIn);
            var keys = keyFetchTokens.make(account, null, checked.opened());
            var isVersion2 = checked.opened().isVersion2();
            return new Started(
                    isVersion2 ? null : keys,
                    isVersion2 ? keys : null,
                    tokens.make(TokenKind.PASSWORD_CHANGE, account.uid(), null),
                    checked.email().isVerified());
        });
    }

    /** Replaces the password; nothing is answered to a client that named no session of its own. */
    Optional<SignInAnswer> finish(
            ProvenToken.Change proven, ChangeFinish request, String userAgent, String clientAddress) {
        var uid = proven.token().uid();
        var made = passwords.make(request.password());
        var isUpgrade = isUpgrade(uid, request.password());
        var answer = transaction.execute(status -> {
            tokens.use(proven);
            var account = accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
            var previous = request.sessionId().map(id -> sessionOf(account, id));
            if (isUpgrade) {
                accounts.save(account.withUpgradedPassword(made.credentials()));
            } else {
                replace(account, made);
            }
            var opened = request.withKeys() ? made.opened() : List.<OpenedCredentials>of();
            return previous.map(
                    session -> replacement.signIn(account, new SessionOrigin(userAgent, null), session, opened));
        });
        audit.note(isUpgrade ? Happening.PASSWORD_UPGRADED : Happening.PASSWORD_CHANGED, uid, clientAddress);
        return answer;
    }

    private void replace(Account former, Passwords.Made made) {
        var account = former.withPassword(made.credentials(), clock.instant());
        replacement.endEverything(account.uid());
        accounts.save(account);
        events.passwordChanged(account.uid(), account.verifierSetAt());
        var email = replacement.primary(account);
        mails.add(Mail.to(email.address(), account, MailKind.PASSWORD_CHANGED, null));
    }

    /** The same password with version 2 beside it is no change that anybody else has to hear of. */
    private boolean isUpgrade(String uid, NewPassword password) {
        return password.version2().isPresent()
                && accounts.find(uid)
                        .flatMap(account -> passwords.open(account.credentials(), password.authPw()))
                        .isPresent();
    }

    private Session sessionOf(Account account, String tokenId) {
        return sessions.find(tokenId)
                .filter(session -> session.uid().equals(account.uid()))
                .orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    /** What a client needs to bring the keys under another password. */
    record Started(
            @Nullable String keyFetchToken,
            @Nullable @JsonProperty("keyFetchToken2") String keyFetchTokenVersion2,
            String passwordChangeToken,
            boolean verified) {

        @Override
        public String toString() {
            return "Started[hidden]";
        }
    }
}
