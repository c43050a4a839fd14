package org.sagrada.pidp.signin;

import java.time.Clock;
import java.util.List;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.Sessions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets new users in. */
@Component
final class SignUp {

    private final SignUpRule rule;
    private final Limits limits;
    private final NewAccounts newAccounts;
    private final Sessions sessions;
    private final SignInAnswers answers;
    private final Passwords passwords;
    private final MailSettings mail;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignUp(
            SignUpRule rule,
            Limits limits,
            NewAccounts newAccounts,
            Sessions sessions,
            SignInAnswers answers,
            Passwords passwords,
            MailSettings mail,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.rule = rule;
        this.limits = limits;
        this.newAccounts = newAccounts;
        this.sessions = sessions;
        this.answers = answers;
        this.passwords = passwords;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes an account and its first session; errno 101 or 144 when the address is taken, 125 when the rule forbids it. */
    SignInAnswer create(SignUpRequest request, boolean withKeys, Client client) {
        rule.requireThinkable(request);
        limits.requireAccount(client.address());
        newAccounts.requireFree(request.email());
        var made = passwords.make(request.password());
        try {
            var answer = transaction.execute(status -> store(request, made, withKeys, client));
            limits.countAccount(client.address());
            audit.note(AuditLog.Happening.ACCOUNT_CREATED, answer.uid(), client.address());
            return answer;
        } catch (DataIntegrityViolationException e) {
            // Somebody else was faster by a moment.
            throw new Refusal(PidpError.accountExists(request.email().text()));
        }
    }

    private SignInAnswer store(SignUpRequest request, Passwords.Made made, boolean withKeys, Client client) {
        rule.admit(request);
        var stored = newAccounts.make(request.email(), made.credentials(), client.locale(), !mail.isConfigured());
        var pending = stored.email().isVerified() ? null : stored.email().code();
        var origin = new SessionOrigin(client.userAgent(), pending);
        var started = sessions.start(stored.account().uid(), origin, clock.instant());
        var opened = withKeys ? made.opened() : List.<OpenedCredentials>of();
        return answers.answer(
                stored.account(),
                stored.email(),
                started.session(),
                started.token().token(),
                opened);
    }
}
