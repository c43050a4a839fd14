package org.sagrada.pidp.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.AuditLog.Happening;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.session.AuthenticationMethod;
import org.sagrada.pidp.session.SessionTable;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.service.url.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, checks and removes second steps. */
@Component
class TotpService {

    private static final int SECRET_BYTES = 20;
    private static final PidpError EXISTS = PidpError.of(400, 154, "TOTP token already exists");
    private static final PidpError NOT_FOUND = PidpError.of(400, 155, "TOTP token not found");

    private final TotpTable totps;
    private final RecoveryCodes recoveryCodes;
    private final SessionTable sessions;
    private final AccountTable accounts;
    private final MailOutbox mails;
    private final AuditLog audit;
    private final TokenMint mint;
    private final PublicUrl publicUrl;
    private final Clock clock;

    TotpService(
            TotpTable totps,
            RecoveryCodes recoveryCodes,
            SessionTable sessions,
            AccountTable accounts,
            MailOutbox mails,
            AuditLog audit,
            TokenMint mint,
            PublicUrl publicUrl,
            Clock clock) {
        this.totps = totps;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.accounts = accounts;
        this.mails = mails;
        this.audit = audit;
        this.mint = mint;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Transactional
    TotpController.Created create(SignedIn signedIn) {
        lockAccount(signedIn.uid());
        if (totps.find(signedIn.uid()).map(Totp::isEnabled).orElse(false)) {
            throw new Refusal(EXISTS);
        }
        totps.delete(signedIn.uid());
        var secret = mint.bytes(SECRET_BYTES);
        totps.add(signedIn.uid(), secret, clock.instant());
        var text = Base32.encode(secret);
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%1$s"
                .formatted(encode(publicUrl.host()), encode(signedIn.email().address()), text);
        return new TotpController.Created(QrCode.dataUrl(uri), text);
    }

    @Transactional(readOnly = true)
    TotpController.Exists exists(String uid) {
        return totps.find(uid)
                .map(totp -> new TotpController.Exists(true, totp.isEnabled()))
                .orElse(new TotpController.Exists(false, false));
    }

    @Transactional
    void destroy(SignedIn signedIn, String clientAddress) {
        var account = lockAccount(signedIn.uid());
        if (!totps.delete(signedIn.uid())) {
            throw new Refusal(NOT_FOUND);
        }
        recoveryCodes.remove(signedIn.uid());
        changed(signedIn, account);
        audit.note(Happening.SECOND_STEP_OFF, signedIn.uid(), clientAddress);
    }

    @Transactional
    TotpController.Verified verify(SignedIn signedIn, String code, String clientAddress) {
        var account = lockAccount(signedIn.uid());
        var totp = totps.lock(signedIn.uid()).orElseThrow(() -> new Refusal(NOT_FOUND));
        var step = totp.accept(code, clock.instant());
        if (step.isEmpty()) {
            return new TotpController.Verified(false, null);
        }
        totps.used(signedIn.uid(), step.getAsLong());
        verifySession(signedIn);
        if (totp.isEnabled()) {
            audit.note(Happening.SECOND_STEP_PASSED, signedIn.uid(), clientAddress);
            return new TotpController.Verified(true, null);
        }
        totps.enable(signedIn.uid());
        changed(signedIn, account);
        audit.note(Happening.SECOND_STEP_ON, signedIn.uid(), clientAddress);
        return new TotpController.Verified(true, recoveryCodes.replace(signedIn.uid()));
    }

    @Transactional
    boolean recover(SignedIn signedIn, String code, String clientAddress) {
        var isGood = recoveryCodes.use(signedIn.uid(), code);
        if (isGood) {
            verifySession(signedIn);
            audit.note(Happening.RECOVERY_CODE_USED, signedIn.uid(), clientAddress);
        }
        return isGood;
    }

    int remainingRecoveryCodes(String uid) {
        return recoveryCodes.remaining(uid);
    }

    @Transactional
    List<String> replaceRecoveryCodes(SignedIn signedIn, String clientAddress) {
        if (!exists(signedIn.uid()).verified()) {
            throw new Refusal(NOT_FOUND);
        }
        audit.note(Happening.RECOVERY_CODES_REPLACED, signedIn.uid(), clientAddress);
        return recoveryCodes.replace(signedIn.uid());
    }

    private void verifySession(SignedIn signedIn) {
        var session =
                sessions.find(signedIn.session().tokenId()).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        sessions.save(session.verifiedBy(AuthenticationMethod.CODE));
    }

    private void changed(SignedIn signedIn, Account account) {
        accounts.save(account.withChangedProfile(clock.instant()));
        mails.add(Mail.to(signedIn.email().address(), account, MailKind.SECOND_STEP_CHANGED, null));
    }

    private Account lockAccount(String uid) {
        return accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
