package org.sagrada.pidp.signin;

import java.util.Locale;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.code.ShortCodes;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.password.Passwords;
import org.sagrada.pidp.request.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Checks an address and a password. The check takes a good part of a second and happens outside of any transaction; what is done
 * in its name happens in one, on the account as {@link #lock} finds it.
 */
@Component
public final class PasswordCheck {

    static final PidpError WRONG_UNBLOCK_CODE = PidpError.of(400, 127, "Invalid unblock code");
    private static final PidpError WRONG_KIND =
            PidpError.of(400, 142, "Sign in with this email type is not currently supported");

    private final AccountTable accounts;
    private final EmailTable emails;
    private final Passwords passwords;
    private final ShortCodes shortCodes;
    private final Limits limits;
    private final AuditLog audit;

    PasswordCheck(
            AccountTable accounts,
            EmailTable emails,
            Passwords passwords,
            ShortCodes shortCodes,
            Limits limits,
            AuditLog audit) {
        this.accounts = accounts;
        this.emails = emails;
        this.passwords = passwords;
        this.shortCodes = shortCodes;
        this.limits = limits;
        this.audit = audit;
    }

    /** {@link #check(EmailAddress, Optional, Key32, String)} of a sign-in, which may bring a mailed code to get past the limit. */
    Checked check(SignInRequest request, String clientAddress) {
        request.unblockCode().ifPresent(code -> {
            var owner = owner(request.email(), request.current());
            limits.requireCodeAttempt(owner.uid(), clientAddress);
            if (!shortCodes.use(owner.uid(), ShortCodes.Purpose.UNBLOCK, code.toUpperCase(Locale.ROOT))) {
                limits.countWrongCode(owner.uid(), clientAddress);
                throw new Refusal(WRONG_UNBLOCK_CODE);
            }
            audit.note(AuditLog.Happening.UNBLOCKED, owner.uid(), clientAddress);
            limits.forgiveWrongPasswords(owner.uid(), clientAddress);
        });
        return check(request.email(), request.current(), request.authPw(), clientAddress);
    }

    /**
     * The account that the address and the password belong to; ends the request with errno 102, 103, 114, 120, 125, 142 or 201
     * otherwise.
     *
     * @param email the address, in the spelling that the password was stretched with
     * @param current the address that the user signs in with, where it is another one by now
     */
    public Checked check(EmailAddress email, Optional<EmailAddress> current, Key32 authPw, String clientAddress) {
        var owner = owner(email, current);
        limits.requirePasswordAttempt(owner.uid(), clientAddress);
        var account = accounts.find(owner.uid()).orElseThrow(() -> new Refusal(PidpError.unknownAccount(email.text())));
        var opened = passwords.open(account.credentials(), authPw);
        if (opened.isEmpty()) {
            limits.countWrongPassword(account.uid(), clientAddress);
            throw new Refusal(wrongPassword(email, account));
        }
        if (account.isDisabled()) {
            throw new Refusal(PidpError.blocked("The account is disabled."));
        }
        return new Checked(account, owner, opened.get());
    }

    private Email owner(EmailAddress email, Optional<EmailAddress> current) {
        var owner = emails.findOwner(current.orElse(email).normalized())
                .orElseThrow(() -> new Refusal(PidpError.unknownAccount(email.text())));
        if (!owner.isPrimary()) {
            throw new Refusal(WRONG_KIND);
        }
        return owner;
    }

    /** The checked account, nobody else's to change until the transaction ends; errno 102 or 103 if it was changed meanwhile. */
    public Account lock(Checked checked) {
        var address = checked.email().address();
        var account = accounts.lock(checked.account().uid())
                .orElseThrow(() -> new Refusal(PidpError.unknownAccount(address)));
        if (!account.credentials().isSameAs(checked.account().credentials())) {
            throw new Refusal(PidpError.incorrectPassword(address));
        }
        return account;
    }

    private static PidpError wrongPassword(EmailAddress email, Account account) {
        return email.text().equals(account.saltEmail())
                ? PidpError.incorrectPassword(email.text())
                : PidpError.incorrectEmailCase(account.saltEmail());
    }

    /**
     * A right password.
     *
     * @param account as it was at the time of the check
     * @param email the account's first address
     */
    public record Checked(Account account, Email email, OpenedCredentials opened) {}
}
