package org.sagrada.pidp.address;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
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
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.pidp.totp.SecondStep;
import org.sagrada.service.url.PublicUrl;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Verifies, adds, removes and changes the addresses of accounts. */
@Component
final class Addresses {

    private static final PidpError EXISTS_AS_PRIMARY = PidpError.of(400, 140, "Email already exists");
    private static final PidpError EXISTS_AS_VERIFIED = PidpError.of(400, 136, "Email already exists");
    private static final PidpError EXISTS_HERE = PidpError.of(400, 189, "This email already exists on your account");
    private static final PidpError SAME_AS_PRIMARY =
            PidpError.of(400, 139, "Can not add secondary email that is same as your primary");
    private static final PidpError PRIMARY_STAYS = PidpError.of(400, 137, "Can not delete primary email");
    private static final PidpError UNKNOWN = PidpError.of(400, 143, "Unknown email");
    private static final PidpError NOT_VERIFIED =
            PidpError.of(400, 147, "Can not change primary email to an unverified email");
    private static final PidpError NOT_YOURS =
            PidpError.of(400, 150, "Can not resend code for email that does not belong to you");
    private static final PidpError TOO_MANY = PidpError.of(400, 188, "Reached max secondary emails");
    private static final int MOST = 4;

    private final EmailTable emails;
    private final SessionTable sessions;
    private final AccountTable accounts;
    private final SecondStep secondStep;
    private final MailOutbox mails;
    private final MailSettings settings;
    private final Limits limits;
    private final AuditLog audit;
    private final TokenMint mint;
    private final PublicUrl publicUrl;
    private final TransactionOperations transaction;
    private final Clock clock;

    Addresses(
            EmailTable emails,
            SessionTable sessions,
            AccountTable accounts,
            SecondStep secondStep,
            MailOutbox mails,
            MailSettings settings,
            Limits limits,
            AuditLog audit,
            TokenMint mint,
            PublicUrl publicUrl,
            TransactionOperations transaction,
            Clock clock) {
        this.emails = emails;
        this.sessions = sessions;
        this.accounts = accounts;
        this.secondStep = secondStep;
        this.mails = mails;
        this.settings = settings;
        this.limits = limits;
        this.audit = audit;
        this.mint = mint;
        this.publicUrl = publicUrl;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Email> list(String uid) {
        return emails.findAll(uid);
    }

    String verificationPage() {
        return publicUrl + "/verify_email";
    }

    /** Mails a code again to an address that is yet to be verified, or for a session that is. */
    void resend(SignedIn signedIn, Optional<EmailAddress> address, String clientAddress) {
        var email = address.<Email>map(found ->
                        emails.find(signedIn.uid(), found.normalized()).orElseThrow(() -> new Refusal(NOT_YOURS)))
                .orElse(signedIn.email());
        var pending = signedIn.session().verificationId();
        if (email.isVerified() && (pending.isEmpty() || secondStep.isRequired(signedIn.uid()))) {
            return;
        }
        limits.countMail(email.normalized(), clientAddress);
        if (email.isVerified()) {
            mails.add(Mail.to(email.address(), signedIn.account(), MailKind.VERIFY_SIGN_IN, pending.orElseThrow()));
        } else {
            var kind = email.isPrimary() ? MailKind.VERIFY_EMAIL : MailKind.VERIFY_SECONDARY_EMAIL;
            mails.add(Mail.to(email.address(), signedIn.account(), kind, email.code()));
        }
    }

    /** Takes a code back; a wrong one is errno 105 and counts. */
    void verify(String uid, String code, String clientAddress) {
        limits.requireCodeAttempt(uid, clientAddress);
        var known = transaction.execute(status -> {
            // Somebody else may be about to take an unproven account's place.
            if (accounts.lock(uid).isEmpty()) {
                return false;
            }
            var address = emails.findAll(uid).stream()
                    .filter(email -> ConstantTime.equal(email.code(), code))
                    .findFirst();
            address.ifPresent(this::verify);
            return verifySessions(uid, code) || address.isPresent();
        });
        if (!known) {
            limits.countWrongCode(uid, clientAddress);
            throw new Refusal(PidpError.invalidVerificationCode());
        }
        audit.note(AuditLog.Happening.EMAIL_VERIFIED, uid, clientAddress);
    }

    private void verify(Email email) {
        if (!email.isVerified()) {
            emails.verify(email, clock.instant());
            emails.deleteUnprovenClaims(email.normalized());
        }
    }

    private boolean verifySessions(String uid, String code) {
        var waiting = sessions.findAll(uid).stream()
                .filter(session -> session.isWaitingFor(code))
                .toList();
        // The code of a second step is never mailed; nobody can bring it back here.
        waiting.forEach(session -> sessions.save(session.verifiedBy(AuthenticationMethod.MAIL)));
        return !waiting.isEmpty();
    }

    /** Adds a further address; where no mail goes out it counts as verified, as at sign-up. */
    void add(SignedIn signedIn, EmailAddress address, String clientAddress) {
        limits.countMail(address.normalized(), clientAddress);
        try {
            transaction.executeWithoutResult(status -> {
                var account = lock(signedIn);
                requireAddable(signedIn, address);
                var email = Email.claim(account.uid(), address, false, mint.id(), clock.instant());
                if (settings.isConfigured()) {
                    emails.add(email);
                    mails.add(Mail.to(address.text(), account, MailKind.VERIFY_SECONDARY_EMAIL, email.code()));
                } else {
                    emails.add(email.verified(clock.instant()));
                }
            });
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(EXISTS_AS_VERIFIED);
        }
        audit.note(AuditLog.Happening.EMAIL_ADDED, signedIn.uid(), clientAddress);
    }

    private void requireAddable(SignedIn signedIn, EmailAddress address) {
        var own = emails.find(signedIn.uid(), address.normalized());
        own.ifPresent(email -> {
            throw new Refusal(email.isPrimary() ? SAME_AS_PRIMARY : EXISTS_HERE);
        });
        emails.findOwner(address.normalized()).ifPresent(owner -> {
            throw new Refusal(owner.isPrimary() ? EXISTS_AS_PRIMARY : EXISTS_AS_VERIFIED);
        });
        if (emails.findAll(signedIn.uid()).size() >= MOST) {
            throw new Refusal(TOO_MANY);
        }
    }

    void remove(SignedIn signedIn, EmailAddress address, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            lock(signedIn);
            var email = own(signedIn, address);
            if (email.isPrimary()) {
                throw new Refusal(PRIMARY_STAYS);
            }
            emails.delete(email);
        });
        audit.note(AuditLog.Happening.EMAIL_REMOVED, signedIn.uid(), clientAddress);
    }

    /** The password stays stretched with the address it was stretched with; clients are told which (errno 120). */
    void makePrimary(SignedIn signedIn, EmailAddress address, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            var account = lock(signedIn);
            var next = own(signedIn, address);
            if (!next.isVerified()) {
                throw new Refusal(NOT_VERIFIED);
            }
            var previous = emails.findPrimary(account.uid()).orElseThrow();
            if (previous.normalized().equals(next.normalized())) {
                return;
            }
            accounts.save(account.withChangedProfile(clock.instant()));
            emails.demotePrimary(account.uid());
            emails.promote(account.uid(), next.normalized());
            mails.add(Mail.to(previous.address(), account, MailKind.EMAIL_CHANGED, null));
            audit.note(AuditLog.Happening.EMAIL_CHANGED, account.uid(), clientAddress);
        });
    }

    private Account lock(SignedIn signedIn) {
        return accounts.lock(signedIn.uid()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    private Email own(SignedIn signedIn, EmailAddress address) {
        return emails.find(signedIn.uid(), address.normalized()).orElseThrow(() -> new Refusal(UNKNOWN));
    }
}
