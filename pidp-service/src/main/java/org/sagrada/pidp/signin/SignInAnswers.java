package org.sagrada.pidp.signin;

import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.key.KeyFetchTokens;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.session.Session;
import org.springframework.stereotype.Component;

/** Puts together what a client gets that showed the right password. */
@Component
final class SignInAnswers {

    private final KeyFetchTokens keyFetchTokens;

    SignInAnswers(KeyFetchTokens keyFetchTokens) {
        this.keyFetchTokens = keyFetchTokens;
    }

    /**
     * The answer without keys.
     *
     * @param sessionToken null when the client has it already
     */
    SignInAnswer withoutKeys(Account account, Email email, Session session, @Nullable String sessionToken) {
        return answer(account, email, session, sessionToken, null, null);
    }

    /** The answer with a token for the keys under each lock that was opened. */
    SignInAnswer withKeys(
            Account account,
            Email email,
            Session session,
            @Nullable String sessionToken,
            Iterable<OpenedCredentials> opened) {
        String version1 = null;
        String version2 = null;
        for (var lock : opened) {
            var token = keyFetchTokens.make(account, session, lock);
            if (lock.isVersion2()) {
                version2 = token;
            } else {
                version1 = token;
            }
        }
        return answer(account, email, session, sessionToken, version1, version2);
    }

    private static SignInAnswer answer(
            Account account,
            Email email,
            Session session,
            @Nullable String sessionToken,
            @Nullable String keyFetchToken,
            @Nullable String keyFetchTokenVersion2) {
        var verified = email.isVerified() && session.isVerified();
        return new SignInAnswer(
                account.uid(),
                sessionToken,
                keyFetchToken,
                keyFetchTokenVersion2,
                verified,
                session.authAt().getEpochSecond(),
                false,
                verified ? null : "email",
                verified ? null : email.isVerified() ? "login" : "signup",
                email.isVerified(),
                session.isVerified());
    }
}
