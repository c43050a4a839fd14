package org.sagrada.pidp.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.sagrada.pidp.abuse.Limits;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes by which the reader of an account's mail gets past the limit of wrong passwords. */
@RestController
@RequestMapping("/v1/account/login")
class UnblockController {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LENGTH = 8;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final EmailTable emails;
    private final AccountTable accounts;
    private final ShortCodes codes;
    private final MailOutbox mails;
    private final Limits limits;
    private final TokenMint mint;

    UnblockController(
            EmailTable emails,
            AccountTable accounts,
            ShortCodes codes,
            MailOutbox mails,
            Limits limits,
            TokenMint mint) {
        this.emails = emails;
        this.accounts = accounts;
        this.codes = codes;
        this.mails = mails;
        this.limits = limits;
        this.mint = mint;
    }

    @PostMapping("/send_unblock_code")
    Map<String, Object> send(JsonBody body, HttpServletRequest request) {
        var address = body.email("email");
        var email = emails.findOwner(address.normalized())
                .orElseThrow(() -> new Refusal(PidpError.unknownAccount(address.text())));
        limits.countMail(address.normalized(), ClientAddress.of(request));
        var account = accounts.find(email.uid()).orElseThrow(() -> new Refusal(PidpError.unknownAccount()));
        var code = codes.keep(account.uid(), ShortCodes.Purpose.UNBLOCK, mint.characters(ALPHABET, LENGTH), LIFE);
        mails.add(Mail.to(email.address(), account, MailKind.UNBLOCK_CODE, code));
        return Map.of();
    }

    /** Voids a code that the reader did not ask for. */
    @PostMapping("/reject_unblock_code")
    Map<String, Object> reject(JsonBody body, HttpServletRequest request) {
        var uid = body.text("uid", TextRule.HEX_32).toLowerCase(Locale.ROOT);
        var code = body.text("unblockCode", TextRule.UNBLOCK_CODE).toUpperCase(Locale.ROOT);
        var clientAddress = ClientAddress.of(request);
        limits.requireCodeAttempt(uid, clientAddress);
        if (!codes.use(uid, ShortCodes.Purpose.UNBLOCK, code)) {
            limits.countWrongCode(uid, clientAddress);
            throw new Refusal(PasswordCheck.WRONG_UNBLOCK_CODE);
        }
        return Map.of();
    }
}
