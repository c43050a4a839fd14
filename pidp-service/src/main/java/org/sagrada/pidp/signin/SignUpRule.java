package org.sagrada.pidp.signin;

import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** The operator's rule of who may make an account. */
@Component
final class SignUpRule {

    private final SignUpSettings settings;
    private final Invites invites;

    SignUpRule(SignUpSettings settings, Invites invites) {
        this.settings = settings;
        this.invites = invites;
    }

    /** Refuses with errno 125 what no invite can allow, before anything costs time. */
    void requireThinkable(SignUpRequest request) {
        if (settings.mode() == SignUpSettings.Mode.CLOSED) {
            throw new Refusal(PidpError.blocked("This server takes no new accounts."));
        }
        if (needsInvite(request) && request.invite().isEmpty()) {
            throw new Refusal(PidpError.blocked("This server takes new accounts by invitation only."));
        }
    }

    /** Uses the invite up where one is needed. Call it in the transaction that makes the account. */
    void admit(SignUpRequest request) {
        if (needsInvite(request)
                && !request.invite()
                        .filter(code -> invites.use(code, request.email()))
                        .isPresent()) {
            throw new Refusal(PidpError.blocked("The invite is not good for this address, or not any more."));
        }
    }

    private boolean needsInvite(SignUpRequest request) {
        return switch (settings.mode()) {
            case OPEN -> false;
            case INVITE, CLOSED -> true;
            case DOMAINS ->
                settings.domains().stream()
                        .noneMatch(domain ->
                                domain.equalsIgnoreCase(request.email().domain()));
        };
    }
}
