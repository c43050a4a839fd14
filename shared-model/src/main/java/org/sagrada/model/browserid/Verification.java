package org.sagrada.model.browserid;

import java.time.Instant;
import java.util.Map;

/** What came of verifying a bundle. */
public sealed interface Verification {

    /**
     * Every rule was kept.
     *
     * @param email the certificate's principal
     * @param audience as the assertion has it
     * @param expiresAt when the assertion expires
     * @param idpClaims what the issuer says besides; see {@link FxaClaims#read}
     * @param userClaims what the assertion says besides; only its maker vouches for it
     */
    record Verified(
            String email,
            String audience,
            String issuer,
            Instant expiresAt,
            Map<String, Object> idpClaims,
            Map<String, Object> userClaims)
            implements Verification {}

    /**
     * A rule was broken.
     *
     * @param detail what exactly, for a log; holds no key, no signature and nothing secret
     */
    record Refused(Rule rule, String detail) implements Verification {}

    /** The issuer's keys can't be had now, so nobody can tell. */
    record Unavailable(String issuer, String why) implements Verification {}

    /** The rules of a verifier, in the order they are looked at. */
    enum Rule {
        /** The bundle, its certificate or its assertion has a wrong form. */
        MALFORMED,
        /** The assertion is for somebody else. */
        WRONG_AUDIENCE,
        /** The assertion's time is over. */
        ASSERTION_EXPIRED,
        /** The assertion was made later than now. */
        ASSERTION_FROM_THE_FUTURE,
        /** The certificate's time is over. */
        CERTIFICATE_EXPIRED,
        /** The certificate was issued later than now. */
        CERTIFICATE_FROM_THE_FUTURE,
        /** The principal isn't an e-mail address. */
        BAD_EMAIL,
        /** The operator doesn't want this issuer. */
        ISSUER_NOT_ALLOWED,
        /** None of the issuer's keys signed the certificate. */
        BAD_CERTIFICATE_SIGNATURE,
        /** The certified key didn't sign the assertion. */
        BAD_ASSERTION_SIGNATURE,
        /** The issuer takes no part in BrowserID, or may not speak for the address. */
        UNTRUSTED_ISSUER;

        /** Whether another clock on the client would have helped. */
        public boolean isAboutTime() {
            return switch (this) {
                case ASSERTION_EXPIRED, ASSERTION_FROM_THE_FUTURE, CERTIFICATE_EXPIRED, CERTIFICATE_FROM_THE_FUTURE ->
                    true;
                default -> false;
            };
        }
    }
}
