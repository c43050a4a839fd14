package org.sagrada.pidp.signin;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountRepository;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailRepository;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.session.SessionOrigin;
import org.sagrada.pidp.session.Sessions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts. */
@Component
final class SignUp {

    private final AccountRepository accounts;
    private final EmailRepository emails;
    private final Sessions sessions;
    private final SignInAnswers answers;
    private final Passwords passwords;
    private final TokenMint mint;
    private final MailSettings mail;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignUp(
            AccountRepository accounts,
            EmailRepository emails,
            Sessions sessions,
            SignInAnswers answers,
            Passwords passwords,
            TokenMint mint,
            MailSettings mail,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.sessions = sessions;
        this.answers = answers;
        this.passwords = passwords;
        this.mint = mint;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes an account and its first session; errno 101 or 144 when the address is taken. */
    SignInAnswer create(SignUpRequest request, boolean withKeys, Client client) {
        requireFree(request.email());
        var made = passwords.make(request.password());
        try {
            return transaction.execute(status -> {
                var now = clock.instant();
                makeRoomFor(request.email());
                var account = accounts.save(new Account(
                        mint.id(), request.email().text(), mint.key(), made.credentials(), client.locale(), now));
                var email = firstEmail(account, request.email(), now);
                var started = sessions.start(account.uid(), new SessionOrigin(client.userAgent(), pending(email)), now);
                var token = started.token().token();
                return withKeys
                        ? answers.withKeys(account, email, started.session(), token, made.opened())
                        : answers.withoutKeys(account, email, started.session(), token);
            });
        } catch (DataIntegrityViolationException e) {
            // Somebody else was faster by a moment.
            throw new Refusal(PidpError.accountExists(request.email().text()));
        }
    }

    private Email firstEmail(Account account, EmailAddress address, Instant now) {
        var email = new Email(account.uid(), address, true, mint.id(), now);
        if (!mail.isConfigured()) {
            email.verify(now);
        }
        return emails.save(email);
    }

    /** One click is to verify the address and the session it was typed in. */
    private static @Nullable String pending(Email email) {
        return email.isVerified() ? null : email.code();
    }

    private void requireFree(EmailAddress address) {
        emails.findOwner(address.normalized()).filter(Email::isVerified).ifPresent(owner -> {
            throw new Refusal(
                    owner.isPrimary()
                            ? PidpError.accountExists(address.text())
                            : PidpError.of(400, 144, "Email already exists"));
        });
    }

    /** An account that never proved its address does not keep the address's owner out. */
    private void makeRoomFor(EmailAddress address) {
        requireFree(address);
        emails.findOwner(address.normalized()).ifPresent(unverified -> accounts.deleteByUid(unverified.uid()));
        emails.deleteUnprovenClaims(address.normalized());
    }
}
