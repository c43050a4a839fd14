package org.sagrada.token.credential;

import org.jspecify.annotations.Nullable;
import org.sagrada.token.refusal.Refusal;

/**
 * What a verified OAuth token says of its user.
 *
 * @param user the account's uid at its issuer
 * @param generation when the password last changed, in ms; 0 if the issuer doesn't say
 */
record AccessToken(Issuer issuer, String user, long generation) {

    /** The claim {@code fxa-generation}, absent counting as 0. */
    static long generation(@Nullable Object claim) {
        if (claim == null) {
            return 0;
        }
        if (claim instanceof Long generation && generation >= 0) {
            return generation;
        }
        throw Refusal.unauthorized("invalid-generation", "claim-generation", "no integer")
                .toException();
    }
}
