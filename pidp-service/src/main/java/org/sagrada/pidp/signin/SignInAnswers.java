package org.sagrada.pidp.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.key.KeyFetchTokens;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.totp.SecondStep;
import org.springframework.stereotype.Component;

/** Puts together what a client gets that showed the right password. Call it within a transaction. */
@Component
public final class SignInAnswers {

    private final KeyFetchTokens keyFetchTokens;
    private final SecondStep secondStep;

    SignInAnswers(KeyFetchTokens keyFetchTokens, SecondStep secondStep) {
        this.keyFetchTokens = keyFetchTokens;
        this.secondStep = secondStep;
    }

    /**
     * The answer, with a token for the keys under each lock that was opened.
     *
     * @param sessionToken null when the client has it already
     * @param opened empty when no keys are asked for
     */
    public SignInAnswer answer(
            Account account,
            Email email,
            Session session,
            @Nullable String sessionToken,
            List<OpenedCredentials> opened) {
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
        var verified = email.isVerified() && session.isVerified();
        return new SignInAnswer(
                account.uid(),
                sessionToken,
                version1,
                version2,
                verified,
                session.authAt().getEpochSecond(),
                false,
                verified ? null : method(account, email),
                verified ? null : email.isVerified() ? "login" : "signup",
                email.isVerified(),
                session.isVerified());
    }

    private String method(Account account, Email email) {
        return email.isVerified() && secondStep.isRequired(account.uid()) ? "totp-2fa" : "email";
    }
}
