package org.sagrada.model.browserid;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account's identity provider says about it in a certificate: the claims that a token service decides by.
 *
 * @param generation when the password last changed, in ms; null if the issuer doesn't say
 * @param keysChangedAt when the keys last changed, in ms; null if the issuer doesn't say
 * @param deviceId the device's id; null if the session has none
 */
public record FxaClaims(
        @Nullable Long generation,
        @Nullable Long keysChangedAt,
        @Nullable String deviceId) {

    /** Time of the last change of the password, in ms. */
    public static final String GENERATION = "fxa-generation";

    /** Time of the last change of the keys, in ms. */
    public static final String KEYS_CHANGED_AT = "fxa-keysChangedAt";

    /** Whether the session is verified; a certificate without it counts as verified. */
    public static final String TOKEN_VERIFIED = "fxa-tokenVerified";

    /** The device of the session, or null. */
    public static final String DEVICE_ID = "fxa-deviceId";

    /** Time of the last sign-in, in s. */
    public static final String LAST_AUTH_AT = "fxa-lastAuthAt";

    /** The account's address as the user knows it. */
    public static final String VERIFIED_EMAIL = "fxa-verifiedEmail";

    /** Time of the last change of the profile, in ms. */
    public static final String PROFILE_CHANGED_AT = "fxa-profileChangedAt";

    /** How the user signed in, a list such as {@code ["pwd"]}. */
    public static final String AUTHENTICATION_METHODS = "fxa-amr";

    /** Assurance level of the sign-in. */
    public static final String ASSURANCE_LEVEL = "fxa-aal";

    /** The claims of a verified certificate, or which of them can't be accepted. */
    public static Reading read(Map<String, Object> idpClaims) {
        if (Boolean.FALSE.equals(idpClaims.get(TOKEN_VERIFIED))) {
            return new Reading.Unacceptable(TOKEN_VERIFIED);
        }
        if (!isWholeOrAbsent(idpClaims, GENERATION)) {
            return new Reading.Unacceptable(GENERATION);
        }
        if (!isWholeOrAbsent(idpClaims, KEYS_CHANGED_AT)) {
            return new Reading.Unacceptable(KEYS_CHANGED_AT);
        }
        return new Reading.Accepted(new FxaClaims(
                (Long) idpClaims.get(GENERATION),
                (Long) idpClaims.get(KEYS_CHANGED_AT),
                idpClaims.get(DEVICE_ID) instanceof String deviceId ? deviceId : null));
    }

    private static boolean isWholeOrAbsent(Map<String, Object> claims, String name) {
        return !claims.containsKey(name) || claims.get(name) instanceof Long;
    }

    /** What came of reading the claims. */
    public sealed interface Reading {

        /** All are well formed, and the session is verified. */
        record Accepted(FxaClaims claims) implements Reading {}

        /**
         * One is not.
         *
         * @param claim its name, one of the constants of {@link FxaClaims}
         */
        record Unacceptable(String claim) implements Reading {}
    }
}
