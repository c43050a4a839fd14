package org.sagrada.pidp.signin;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets users in who know their password. */
@Component
final class SignIn {

    private final PasswordCheck passwords;
    private final Sessions sessions;
    private final SignInAnswers answers;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignIn(
            PasswordCheck passwords,
            Sessions sessions,
            SignInAnswers answers,
            TransactionOperations transaction,
            Clock clock) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.answers = answers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a session. */
    SignInAnswer login(SignInRequest request, boolean withKeys, Client client) {
        var checked = passwords.check(request.email(), request.current(), request.authPw());
        return transaction.execute(status -> {
            var account = passwords.lock(checked);
            var origin = new SessionOrigin(client.userAgent(), pending(checked.email()));
            var started = sessions.start(account.uid(), origin, clock.instant());
            var token = started.token().token();
            return withKeys
                    ? answers.withKeys(account, checked.email(), started.session(), token, List.of(checked.opened()))
                    : answers.withoutKeys(account, checked.email(), started.session(), token);
        });
    }

    private static @Nullable String pending(Email email) {
        return email.isVerified() ? null : email.code();
    }
}
