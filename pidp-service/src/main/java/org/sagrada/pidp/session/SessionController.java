package org.sagrada.pidp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.sagrada.model.onepw.TokenKeys;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a client asks about its own session. */
@RestController
@RequestMapping("/v1/session")
class SessionController {

    private final SessionTable sessions;
    private final AuditLog audit;

    SessionController(SessionTable sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/status")
    Status status(SignedIn signedIn) {
        var verified = signedIn.isVerified();
        return new Status(
                verified ? "verified" : "unverified",
                signedIn.uid(),
                new Details(signedIn.email().isVerified(), signedIn.session().isVerified(), verified));
    }

    /** Ends the session, or another one of the same account whose token the client knows. */
    @PostMapping("/destroy")
    @Transactional
    Map<String, Object> destroy(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        var tokenId = body.optionalSecret("customSessionToken")
                .map(token -> TokenKeys.derive(TokenKind.SESSION, token))
                .map(keys -> keys.tokenId().toHex())
                .orElse(signedIn.session().tokenId());
        if (!sessions.delete(tokenId, signedIn.uid())) {
            throw new Refusal(PidpError.invalidToken());
        }
        audit.note(AuditLog.Happening.SIGNED_OUT, signedIn.uid(), ClientAddress.of(request));
        return Map.of();
    }

    record Status(String state, String uid, Details details) {}

    record Details(boolean accountEmailVerified, boolean sessionVerified, boolean verified) {}
}
