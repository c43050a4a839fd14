package org.sagrada.pidp.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a client that signed up or signed in gets. Absent members are left out.
 *
 * @param authAt in seconds
 * @param verificationMethod what has to come back; absent when all is verified
 * @param verificationReason {@code signup} when the address is yet to be verified, {@code login} when the session is
 */
public record SignInAnswer(
        String uid,
        @Nullable String sessionToken,
        @Nullable String keyFetchToken,
        @Nullable @JsonProperty("keyFetchTokenVersion2") String keyFetchTokenVersion2,
        boolean verified,
        long authAt,
        boolean metricsEnabled,
        @Nullable String verificationMethod,
        @Nullable String verificationReason,
        boolean emailVerified,
        boolean sessionVerified) {

    @Override
    public String toString() {
        return "SignInAnswer[uid=" + uid + ", tokens hidden]";
    }
}
