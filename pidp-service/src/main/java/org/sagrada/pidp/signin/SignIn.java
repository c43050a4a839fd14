package org.sagrada.pidp.signin;

import java.time.Clock;
import java.util.List;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.Sessions;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets users in who know their password. */
@Component
final class SignIn {

    private final PasswordCheck passwords;
    private final SessionVerification verification;
    private final Sessions sessions;
    private final SessionTable sessionTable;
    private final SignInAnswers answers;
    private final SignInOutcomes outcomes;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignIn(
            PasswordCheck passwords,
            SessionVerification verification,
            Sessions sessions,
            SessionTable sessionTable,
            SignInAnswers answers,
            SignInOutcomes outcomes,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.passwords = passwords;
        this.verification = verification;
        this.sessions = sessions;
        this.sessionTable = sessionTable;
        this.answers = answers;
        this.outcomes = outcomes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a session. */
    SignInAnswer login(SignInRequest request, boolean withKeys, Client client) {
        return outcomes.counted(() -> begin(request, withKeys, client));
    }

    private SignInAnswer begin(SignInRequest request, boolean withKeys, Client client) {
        var checked = passwords.check(request, client.address());
        var answer = transaction.execute(status -> {
            var account = passwords.lock(checked);
            var origin = new SessionOrigin(client.userAgent(), verification.pending(account, checked.email()));
            var started = sessions.start(account.uid(), origin, clock.instant());
            return answers.answer(
                    account, checked.email(), started.session(), started.token().token(), opened(checked, withKeys));
        });
        audit.note(AuditLog.Happening.SIGNED_IN, answer.uid(), client.address());
        return answer;
    }

    /** Shows the password once more in a session; errno 102 for another account's. */
    SignInAnswer reauthenticate(SignedIn signedIn, SignInRequest request, boolean withKeys, Client client) {
        var checked = passwords.check(request, client.address());
        if (!checked.account().uid().equals(signedIn.uid())) {
            throw new Refusal(PidpError.unknownAccount(request.email().text()));
        }
        var answer = transaction.execute(status -> {
            var account = passwords.lock(checked);
            var session = sessionTable
                    .find(signedIn.session().tokenId())
                    .orElseThrow(() -> new Refusal(PidpError.invalidToken()))
                    .reauthenticated(clock.instant());
            sessionTable.save(session);
            return answers.answer(account, checked.email(), session, null, opened(checked, withKeys));
        });
        audit.note(AuditLog.Happening.SIGNED_IN_AGAIN, signedIn.uid(), client.address());
        return answer;
    }

    private static List<OpenedCredentials> opened(PasswordCheck.Checked checked, boolean withKeys) {
        return withKeys ? List.of(checked.opened()) : List.of();
    }
}
