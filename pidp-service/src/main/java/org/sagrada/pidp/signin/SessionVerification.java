package org.sagrada.pidp.signin;

import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.totp.SecondStep;
import org.springframework.stereotype.Component;

/** What a new session still lacks after the right password. */
@Component
public final class SessionVerification {

    private final SecondStep secondStep;
    private final MailSettings settings;
    private final MailOutbox mails;
    private final TokenMint mint;

    SessionVerification(SecondStep secondStep, MailSettings settings, MailOutbox mails, TokenMint mint) {
        this.secondStep = secondStep;
        this.settings = settings;
        this.mails = mails;
        this.mint = mint;
    }

    /**
     * What has to come back before the session counts as verified, or null when nothing has to. One click verifies an address
     * and the session that it was typed in; a sign-in is confirmed by mail where the operator wants that.
     */
    public @Nullable String pending(Account account, Email email) {
        if (!email.isVerified()) {
            return email.code();
        }
        if (secondStep.isRequired(account.uid())) {
            return mint.id();
        }
        if (!settings.confirmsSignIns()) {
            return null;
        }
        var code = mint.id();
        mails.add(Mail.to(email.address(), account, MailKind.VERIFY_SIGN_IN, code));
        return code;
    }
}
