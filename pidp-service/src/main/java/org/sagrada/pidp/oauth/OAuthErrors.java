package org.sagrada.pidp.oauth;

import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;

/** Why the OAuth endpoints refuse, in the numbers of the account API. */
final class OAuthErrors {

    private OAuthErrors() {}

    /** 166: the client's session is not enough. */
    static Refusal mayNotGrant() {
        return refusal(166, "The client may not use this grant type");
    }

    /** 167: codes for this client are not sent there. */
    static Refusal wrongRedirectUri() {
        return refusal(167, "Incorrect redirect URI");
    }

    /** 168: only codes are given here. */
    static Refusal wrongResponseType() {
        return refusal(168, "Invalid response_type");
    }

    /** 169: a client without a secret has to prove that it redeems its own code (RFC 7636). */
    static Refusal missingChallenge() {
        return refusal(169, "Public clients require PKCE OAuth parameters");
    }

    /** 172: there is no such code, or it was redeemed. */
    static Refusal unknownCode() {
        return refusal(172, "Unknown authorization code");
    }

    /** 173: the code is another client's or another user's. */
    static Refusal mismatchedCode() {
        return refusal(173, "Mismatched authorization code");
    }

    /** 174: the code has waited too long. */
    static Refusal expiredCode() {
        return refusal(174, "Expired authorization code");
    }

    /** 175: the verifier is not what the challenge was made of. */
    static Refusal wrongVerifier() {
        return refusal(175, "Incorrect code_verifier");
    }

    private static Refusal refusal(int errno, String message) {
        return new Refusal(PidpError.of(400, errno, message));
    }
}
