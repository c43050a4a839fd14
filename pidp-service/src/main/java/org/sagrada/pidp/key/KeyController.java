package org.sagrada.pidp.key;

import jakarta.servlet.http.HttpServletRequest;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.email.EmailTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SessionTable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the wrapped keys. */
@RestController
@RequestMapping("/v1")
class KeyController {

    private final KeyFetchTokenTable tokens;
    private final EmailTable emails;
    private final SessionTable sessions;
    private final AuditLog audit;

    KeyController(KeyFetchTokenTable tokens, EmailTable emails, SessionTable sessions, AuditLog audit) {
        this.tokens = tokens;
        this.emails = emails;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Uses the token up, unless the account or the session is yet to be verified. */
    @GetMapping("/account/keys")
    @Transactional
    Keys keys(KeyFetchToken token, HttpServletRequest request) {
        requireVerified(token);
        if (!tokens.delete(token.tokenId())) {
            throw new Refusal(PidpError.invalidToken());
        }
        audit.note(AuditLog.Happening.KEYS_FETCHED, token.uid(), ClientAddress.of(request));
        return new Keys(token.bundle());
    }

    private void requireVerified(KeyFetchToken token) {
        var address = emails.findPrimary(token.uid()).map(Email::isVerified).orElse(false);
        var session = token.sessionId()
                .map(id -> sessions.find(id).map(Session::isVerified).orElse(false))
                .orElse(true);
        if (!address || !session) {
            throw new Refusal(PidpError.unverifiedAccount());
        }
    }

    record Keys(String bundle) {}
}
