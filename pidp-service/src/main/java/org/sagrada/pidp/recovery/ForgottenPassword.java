package org.sagrada.pidp.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.code.ShortCodes;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.request.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The way back in for who lost the password and reads the account's mail. */
@Component
final class ForgottenPassword {

    private static final Duration OTP_LIFE = Duration.ofMinutes(10);
    private static final int OTP_DIGITS = 8;
    private static final int CODE_LENGTH = 32;
    private static final PidpError WRONG_KIND =
            PidpError.of(400, 145, "Reset password with this email type is not currently supported");
    private static final PidpError WRONG_OTP = PidpError.of(400, 183, "Invalid or expired confirmation code");

    private final AccountTable accounts;
    private final EmailTable emails;
    private final PasswordTokens tokens;
    private final PasswordTokenTable tokenTable;
    private final ShortCodes shortCodes;
    private final MailOutbox mails;
    private final Limits limits;
    private final AuditLog audit;
    private final TokenMint mint;
    private final TransactionOperations transaction;
    private final Clock clock;

    ForgottenPassword(
            AccountTable accounts,
            EmailTable emails,
            PasswordTokens tokens,
            PasswordTokenTable tokenTable,
            ShortCodes shortCodes,
            MailOutbox mails,
            Limits limits,
            AuditLog audit,
            TokenMint mint,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.tokens = tokens;
        this.tokenTable = tokenTable;
        this.shortCodes = shortCodes;
        this.mails = mails;
        this.limits = limits;
        this.audit = audit;
        this.mint = mint;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Mails a code and hands out the token that it goes with. Earlier ones stay good: whoever knows an address can ask. */
    Sent sendCode(EmailAddress address, String clientAddress) {
        limits.countMail(address.normalized(), clientAddress);
        return transaction.execute(status -> {
            var email = primary(address);
            var account = lock(email.uid());
            var code = mint.id();
            var token = tokens.makeAnother(TokenKind.PASSWORD_FORGOT, account.uid(), code);
            mail(email, account, token, code);
            audit.note(AuditLog.Happening.PASSWORD_RESET_ASKED, account.uid(), clientAddress);
            return sent(token);
        });
    }

    /** Mails the same code again. The server cannot repeat the token, so it hands out another one beside it. */
    Sent resendCode(ProvenToken.Forgot proven, String clientAddress) {
        var token = proven.token();
        var code = token.code();
        var email = emails.findPrimary(token.uid()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        limits.countMail(email.normalized(), clientAddress);
        return transaction.execute(status -> {
            var account = lock(token.uid());
            var another = tokens.makeAnother(TokenKind.PASSWORD_FORGOT, account.uid(), code);
            mail(email, account, another, String.valueOf(code));
            return sent(another);
        });
    }

    /** Takes the code back; the third wrong one voids the token. Whoever has the code reads the address's mail. */
    Verified verifyCode(ProvenToken.Forgot proven, String code, String clientAddress) {
        var token = proven.token();
        var left = transaction.execute(status -> countTry(token));
        var expected = token.code();
        if (expected == null || !ConstantTime.equal(expected, code.toLowerCase(Locale.ROOT))) {
            audit.note(AuditLog.Happening.WRONG_CODE, token.uid(), clientAddress);
            if (left == 0) {
                transaction.executeWithoutResult(status -> tokenTable.delete(token.tokenId()));
            }
            throw new Refusal(
                    PidpError.invalidVerificationCode().with("tries", left).with("ttl", secondsLeft(token)));
        }
        return transaction.execute(status -> {
            tokens.use(proven);
            var account = lock(token.uid());
            emails.verifyPrimary(account.uid(), clock.instant());
            return new Verified(tokens.make(TokenKind.ACCOUNT_RESET, account.uid(), null));
        });
    }

    Status status(ProvenToken.Forgot proven) {
        return new Status(proven.token().tries(), secondsLeft(proven.token()));
    }

    /** Mails a short code, which a page asks for in the place of a link. */
    void sendOtp(EmailAddress address, String clientAddress) {
        limits.countMail(address.normalized(), clientAddress);
        transaction.executeWithoutResult(status -> {
            var email = primary(address);
            var account = lock(email.uid());
            var code = shortCodes.keep(
                    account.uid(), ShortCodes.Purpose.RESET_PASSWORD, mint.digits(OTP_DIGITS), OTP_LIFE);
            audit.note(AuditLog.Happening.PASSWORD_RESET_ASKED, account.uid(), clientAddress);
            mails.add(Mail.to(email.address(), account, MailKind.RESET_PASSWORD_CODE, code));
        });
    }

    /** Takes the short code back and hands out what {@link #sendCode} and its mail would have. */
    OtpVerified verifyOtp(EmailAddress address, String otp, String clientAddress) {
        var email = primary(address);
        limits.requireCodeAttempt(email.uid(), clientAddress);
        if (!shortCodes.use(email.uid(), ShortCodes.Purpose.RESET_PASSWORD, otp)) {
            limits.countWrongCode(email.uid(), clientAddress);
            throw new Refusal(WRONG_OTP);
        }
        return transaction.execute(status -> {
            var account = lock(email.uid());
            var code = mint.id();
            var token = tokens.makeAnother(TokenKind.PASSWORD_FORGOT, account.uid(), code);
            return new OtpVerified(account.uid(), token, code, account.saltEmail());
        });
    }

    private static Sent sent(String token) {
        return new Sent(token, PasswordTokens.FORGOT_LIFE.toSeconds(), CODE_LENGTH, PasswordTokens.FORGOT_TRIES);
    }

    private int countTry(PasswordToken token) {
        if (!tokenTable.countTry(token.tokenId())) {
            throw new Refusal(PidpError.invalidToken());
        }
        return tokenTable
                .findValid(token.tokenId(), TokenKind.PASSWORD_FORGOT, clock.instant())
                .map(PasswordToken::tries)
                .orElse(0);
    }

    private void mail(Email email, Account account, String token, String code) {
        mails.add(Mail.to(email.address(), account, MailKind.RESET_PASSWORD, code)
                .with("token", token)
                .with("email", email.address())
                .with("emailToHashWith", account.saltEmail()));
    }

    private Email primary(EmailAddress address) {
        var email = emails.findOwner(address.normalized())
                .orElseThrow(() -> new Refusal(PidpError.unknownAccount(address.text())));
        if (!email.isPrimary()) {
            throw new Refusal(WRONG_KIND);
        }
        return email;
    }

    private Account lock(String uid) {
        return accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.unknownAccount()));
    }

    private long secondsLeft(PasswordToken token) {
        return Math.max(0, Duration.between(clock.instant(), token.expiresAt()).toSeconds());
    }

    /** @param ttl in seconds */
    record Sent(String passwordForgotToken, long ttl, int codeLength, int tries) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }

    record Verified(String accountResetToken) {
        @Override
        public String toString() {
            return "Verified[hidden]";
        }
    }

    /** @param ttl in seconds */
    record Status(int tries, long ttl) {}

    record OtpVerified(String uid, String token, String code, String emailToHashWith) {
        @Override
        public String toString() {
            return "OtpVerified[hidden]";
        }
    }
}
