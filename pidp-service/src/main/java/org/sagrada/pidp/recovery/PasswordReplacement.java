package org.sagrada.pidp.recovery;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.key.KeyFetchTokens;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.Sessions;
import org.sagrada.pidp.signin.SignInAnswer;
import org.sagrada.pidp.signin.SignInAnswers;
import org.springframework.stereotype.Component;

/** What a change and a reset of the password have in common. */
@Component
final class PasswordReplacement {

    private final SessionTable sessionTable;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final KeyFetchTokens keyFetchTokens;
    private final PasswordTokenTable tokens;
    private final EmailTable emails;
    private final SignInAnswers answers;
    private final Clock clock;

    PasswordReplacement(
            SessionTable sessionTable,
            Sessions sessions,
            RefreshTokens refreshTokens,
            KeyFetchTokens keyFetchTokens,
            PasswordTokenTable tokens,
            EmailTable emails,
            SignInAnswers answers,
            Clock clock) {
        this.sessionTable = sessionTable;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.keyFetchTokens = keyFetchTokens;
        this.tokens = tokens;
        this.emails = emails;
        this.answers = answers;
        this.clock = clock;
    }

    /** Ends all that was begun with the old password: sessions, and with them devices; tokens of every kind. */
    void endEverything(String uid) {
        sessionTable.deleteAll(uid);
        refreshTokens.revokeAll(uid);
        keyFetchTokens.revokeAll(uid);
        tokens.deleteAll(uid);
    }

    /**
     * Begins a session under the new password.
     *
     * @param previous whose verification it takes over; null to be verified as {@code origin} says
     * @param opened what to hand out keys of; empty for none
     */
    SignInAnswer signIn(
            Account account, SessionOrigin origin, @Nullable Session previous, List<OpenedCredentials> opened) {
        var now = clock.instant();
        var started = previous == null
                ? sessions.start(account.uid(), origin, now)
                : sessions.startLike(previous, origin.userAgent(), now);
        return answers.answer(
                account, primary(account), started.session(), started.token().token(), opened);
    }

    Email primary(Account account) {
        return emails.findPrimary(account.uid())
                .orElseThrow(() -> new IllegalStateException("An account has a first address"));
    }
}
