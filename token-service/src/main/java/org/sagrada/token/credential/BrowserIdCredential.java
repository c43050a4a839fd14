package org.sagrada.token.credential;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.browserid.BundleVerifier;
import org.sagrada.model.browserid.FxaClaims;
import org.sagrada.model.browserid.Verification;
import org.sagrada.token.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Assertions: who the certificate's issuer says the user is, and since when their password and keys are what they are. */
@Component
class BrowserIdCredential {

    private static final int LONGEST_EMAIL = 255;

    private final BundleVerifier verifier;

    BrowserIdCredential(BundleVerifier verifier) {
        this.verifier = verifier;
    }

    Identity verify(String bundle, String clientState, @Nullable String host) {
        return switch (verifier.verify(bundle)) {
            case Verification.Verified verified -> identity(verified, clientState);
            case Verification.Refused refused -> throw refusal(refused, host).toException();
            case Verification.Unavailable unavailable ->
                throw Refusal.unverifiable("issuer-unavailable", unavailable.issuer() + ": " + unavailable.why())
                        .toException();
        };
    }

    private static Refusal refusal(Verification.Refused refused, @Nullable String host) {
        String rule = refused.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = printable(refused.detail());
        if (refused.rule() == Verification.Rule.WRONG_AUDIENCE) {
            // The commonest mistake: the configured public URL isn't the address that clients use.
            detail += ", asked at " + printable(String.valueOf(host));
        }
        return Refusal.unauthorized(
                refused.rule().isAboutTime() ? "invalid-timestamp" : "invalid-credentials", rule, detail);
    }

    private static Identity identity(Verification.Verified verified, String clientState) {
        if (verified.email().length() > LONGEST_EMAIL) {
            throw Refusal.unauthorized("invalid-credentials", "bad-email", "longer than " + LONGEST_EMAIL)
                    .toException();
        }
        FxaClaims claims = claims(verified);
        return new Identity(
                verified.email(),
                verified.issuer(),
                orZero(claims.generation(), FxaClaims.GENERATION),
                orZero(claims.keysChangedAt(), FxaClaims.KEYS_CHANGED_AT),
                clientState,
                claims.deviceId());
    }

    private static FxaClaims claims(Verification.Verified verified) {
        return switch (FxaClaims.read(verified.idpClaims())) {
            case FxaClaims.Reading.Accepted accepted -> accepted.claims();
            case FxaClaims.Reading.Unacceptable unacceptable ->
                throw unacceptable(unacceptable.claim()).toException();
        };
    }

    private static long orZero(@Nullable Long value, String claim) {
        if (value == null) {
            return 0;
        }
        if (value < 0) {
            throw unacceptable(claim).toException();
        }
        return value;
    }

    private static Refusal unacceptable(String claim) {
        return switch (claim) {
            case FxaClaims.GENERATION -> Refusal.unauthorized("invalid-generation", "claim-generation", "no integer");
            case FxaClaims.KEYS_CHANGED_AT ->
                Refusal.unauthorized(
                        "invalid-credentials",
                        "body",
                        "",
                        "invalid keysChangedAt",
                        "claim-keys-changed-at",
                        "no integer");
            default -> Refusal.unauthorized("invalid-credentials", "session-unverified", "by its certificate");
        };
    }

    private static String printable(String text) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return shown.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
