package org.sagrada.pidp.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.mail.Mail;
import org.sagrada.pidp.mail.MailKind;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key on paper that keeps kB through a reset. */
@RestController
@RequestMapping("/v1/recoveryKey")
class RecoveryKeyController {

    private final RecoveryKeys keys;
    private final EmailTable emails;
    private final AccountTable accounts;
    private final MailOutbox mails;
    private final AuditLog audit;

    RecoveryKeyController(
            RecoveryKeys keys, EmailTable emails, AccountTable accounts, MailOutbox mails, AuditLog audit) {
        this.keys = keys;
        this.emails = emails;
        this.accounts = accounts;
        this.mails = mails;
        this.audit = audit;
    }

    @PostMapping
    @Transactional
    Map<String, Object> keep(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        signedIn.requireVerified();
        accounts.lock(signedIn.uid());
        var enabled = !body.has("enabled") || body.flag("enabled");
        keys.keep(
                signedIn.uid(),
                id(body),
                body.text("recoveryData", TextRule.RECOVERY_DATA),
                enabled,
                body.flag("replaceKey"));
        changed(signedIn, AuditLog.Happening.RECOVERY_KEY_MADE, request);
        return Map.of();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Data data(ProvenToken.Reset token, @PathVariable String id, HttpServletRequest request) {
        if (!TextRule.RECOVERY_KEY_ID.allows(id)) {
            throw new Refusal(PidpError.invalidParameter("recoveryKeyId"));
        }
        var uid = token.token().uid();
        var data = keys.require(uid, id.toLowerCase(Locale.ROOT)).data();
        audit.note(AuditLog.Happening.RECOVERY_KEY_FETCHED, uid, ClientAddress.of(request));
        return new Data(data);
    }

    /** Whether there is one: asked by a signed-in user, or by somebody who lost the password and knows the address. */
    @PostMapping("/exists")
    @Transactional(readOnly = true)
    Exists exists(Optional<SignedIn> signedIn, JsonBody body) {
        var uid = signedIn.map(SignedIn::uid).orElseGet(() -> {
            var email = body.email("email");
            return emails.findOwner(email.normalized())
                    .orElseThrow(() -> new Refusal(PidpError.unknownAccount(email.text())))
                    .uid();
        });
        return new Exists(keys.exists(uid));
    }

    /** Confirms that the user can read the key, and enables it. */
    @PostMapping("/verify")
    @Transactional
    Map<String, Object> verify(SignedIn signedIn, JsonBody body) {
        signedIn.requireVerified();
        keys.enable(signedIn.uid(), id(body));
        return Map.of();
    }

    @DeleteMapping
    @Transactional
    Map<String, Object> remove(SignedIn signedIn, HttpServletRequest request) {
        signedIn.requireVerified();
        if (keys.remove(signedIn.uid())) {
            changed(signedIn, AuditLog.Happening.RECOVERY_KEY_REMOVED, request);
        }
        return Map.of();
    }

    private void changed(SignedIn signedIn, AuditLog.Happening happening, HttpServletRequest request) {
        mails.add(Mail.to(signedIn.email().address(), signedIn.account(), MailKind.RECOVERY_KEY_CHANGED, null));
        audit.note(happening, signedIn.uid(), ClientAddress.of(request));
    }

    private static String id(JsonBody body) {
        return body.text("recoveryKeyId", TextRule.RECOVERY_KEY_ID).toLowerCase(Locale.ROOT);
    }

    record Data(String recoveryData) {}

    record Exists(boolean exists) {}
}
