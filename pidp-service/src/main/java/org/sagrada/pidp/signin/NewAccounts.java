package org.sagrada.pidp.signin;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.password.Credentials;
import org.sagrada.pidp.request.EmailAddress;
import org.springframework.stereotype.Component;

/** Stores new accounts. Call it within a transaction; a collision with another one shows as a violation of a key. */
@Component
public final class NewAccounts {

    private static final PidpError SECONDARY_OF_ANOTHER = PidpError.of(400, 144, "Email already exists");

    private final AccountTable accounts;
    private final EmailTable emails;
    private final MailOutbox mails;
    private final TokenMint mint;
    private final Clock clock;

    NewAccounts(AccountTable accounts, EmailTable emails, MailOutbox mails, TokenMint mint, Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.mails = mails;
        this.mint = mint;
        this.clock = clock;
    }

    /** Refuses with errno 101 or 144 when the address is somebody's. */
    public void requireFree(EmailAddress address) {
        emails.findOwner(address.normalized()).filter(Email::isVerified).ifPresent(owner -> refuse(address, owner));
    }

    /**
     * Stores an account and its first address, and mails a code to an address that is yet to be verified. An account that never
     * proved the address gives way.
     */
    public Made make(EmailAddress address, Credentials credentials, @Nullable String locale, boolean isVerified) {
        emails.findOwner(address.normalized()).ifPresent(owner -> giveWay(address, owner));
        emails.deleteUnprovenClaims(address.normalized());
        var now = clock.instant();
        var account =
                Account.create(mint.id(), address.text(), mint.key(), credentials, Optional.ofNullable(locale), now);
        var claim = Email.claim(account.uid(), address, true, mint.id(), now);
        var email = isVerified ? claim.verified(now) : claim;
        accounts.add(account);
        emails.add(email);
        if (!isVerified) {
            mails.add(Mail.to(address.text(), account, MailKind.VERIFY_EMAIL, email.code()));
        }
        return new Made(account, email);
    }

    /** Under the account's lock, since the owner may be about to prove the address. */
    private void giveWay(EmailAddress address, Email owner) {
        if (owner.isVerified()) {
            refuse(address, owner);
        }
        accounts.lock(owner.uid()).ifPresent(unproven -> {
            emails.findPrimary(unproven.uid()).filter(Email::isVerified).ifPresent(proven -> refuse(address, proven));
            accounts.delete(unproven.uid());
        });
    }

    private static void refuse(EmailAddress address, Email owner) {
        throw new Refusal(owner.isPrimary() ? PidpError.accountExists(address.text()) : SECONDARY_OF_ANOTHER);
    }

    /** An account and its first address. */
    public record Made(Account account, Email email) {}
}
