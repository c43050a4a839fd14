package org.sagrada.pidp.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.code.ShortCodes;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.request.UserAgent;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.Sessions;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.pidp.totp.SecondStep;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A session copied, shown the password again, or verified by a code that was mailed. */
@RestController
@RequestMapping("/v1/session")
class SessionRenewalController {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int CODE_DIGITS = 6;
    private static final PidpError WRONG_CODE = PidpError.of(400, 183, "Invalid or expired confirmation code");

    private final SignIn signIn;
    private final SignInAnswers answers;
    private final Sessions sessions;
    private final SessionTable sessionTable;
    private final AccountTable accounts;
    private final EmailTable emails;
    private final SecondStep secondStep;
    private final ShortCodes codes;
    private final MailOutbox mails;
    private final Limits limits;
    private final AuditLog audit;
    private final TokenMint mint;
    private final TransactionOperations transaction;
    private final Clock clock;

    SessionRenewalController(
            SignIn signIn,
            SignInAnswers answers,
            Sessions sessions,
            SessionTable sessionTable,
            AccountTable accounts,
            EmailTable emails,
            SecondStep secondStep,
            ShortCodes codes,
            MailOutbox mails,
            Limits limits,
            AuditLog audit,
            TokenMint mint,
            TransactionOperations transaction,
            Clock clock) {
        this.signIn = signIn;
        this.answers = answers;
        this.sessions = sessions;
        this.sessionTable = sessionTable;
        this.accounts = accounts;
        this.emails = emails;
        this.secondStep = secondStep;
        this.codes = codes;
        this.mails = mails;
        this.limits = limits;
        this.audit = audit;
        this.mint = mint;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping("/reauth")
    SignInAnswer reauthenticate(
            SignedIn signedIn,
            JsonBody body,
            @RequestParam(defaultValue = "false") boolean keys,
            HttpServletRequest request) {
        return signIn.reauthenticate(signedIn, SignInRequest.from(body), keys, Client.of(request));
    }

    /** Another session in the same state, for another program of the same user. */
    @PostMapping("/duplicate")
    @Transactional
    SignInAnswer duplicate(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        body.optionalText("reason", TextRule.REASON);
        var account = lock(signedIn);
        var original = own(signedIn);
        var started = sessions.startLike(original, UserAgent.of(request), clock.instant());
        audit.note(AuditLog.Happening.SIGNED_IN_AGAIN, account.uid(), ClientAddress.of(request));
        return answers.answer(
                account, signedIn.email(), started.session(), started.token().token(), List.of());
    }

    /** Mails a short code for this session. */
    @PostMapping("/resend_code")
    Map<String, Object> resendCode(SignedIn signedIn, HttpServletRequest request) {
        limits.countMail(signedIn.email().normalized(), ClientAddress.of(request));
        var code = codes.keep(
                signedIn.session().tokenId(), ShortCodes.Purpose.SIGN_IN, mint.digits(CODE_DIGITS), CODE_LIFE);
        mails.add(Mail.to(signedIn.email().address(), signedIn.account(), MailKind.SIGN_IN_CODE, code));
        return Map.of();
    }

    /** Takes the short code back. It verifies the address too; it never stands in for a second step. */
    @PostMapping("/verify_code")
    Map<String, Object> verifyCode(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        var code = body.text("code", TextRule.DIGITS);
        var clientAddress = ClientAddress.of(request);
        limits.requireCodeAttempt(signedIn.uid(), clientAddress);
        if (!codes.use(signedIn.session().tokenId(), ShortCodes.Purpose.SIGN_IN, code)) {
            limits.countWrongCode(signedIn.uid(), clientAddress);
            throw new Refusal(WRONG_CODE);
        }
        transaction.executeWithoutResult(status -> {
            lock(signedIn);
            emails.verifyPrimary(signedIn.uid(), clock.instant());
            if (!secondStep.isRequired(signedIn.uid())) {
                sessionTable.save(own(signedIn).verifiedBy(AuthenticationMethod.MAIL));
            }
        });
        audit.note(AuditLog.Happening.EMAIL_VERIFIED, signedIn.uid(), clientAddress);
        return Map.of();
    }

    private Account lock(SignedIn signedIn) {
        return accounts.lock(signedIn.uid()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    private Session own(SignedIn signedIn) {
        return sessionTable.find(signedIn.session().tokenId()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }
}
