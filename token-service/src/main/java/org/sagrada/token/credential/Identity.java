package org.sagrada.token.credential;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as an identity provider vouches for it.
 *
 * @param email the principal; both kinds of credential give a user the same one
 * @param issuer who vouches for it: the domain of the e-mail, or an issuer that this domain lets speak for it
 * @param generation when the password last changed, in ms; 0 if the issuer doesn't say
 * @param keysChangedAt when the keys last changed, in ms; 0 if nobody says
 * @param clientState what stands for the keys; empty if the client has none
 * @param deviceId the device; null if the issuer doesn't say
 */
public record Identity(
        String email,
        String issuer,
        long generation,
        long keysChangedAt,
        String clientState,
        @Nullable String deviceId) {

    /** The local part of the e-mail: the account's uid at its identity provider. */
    public String accountUid() {
        return email.substring(0, email.indexOf('@'));
    }

    /** What follows the local part. */
    public String domain() {
        return email.substring(email.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Identity[redacted]";
    }
}
