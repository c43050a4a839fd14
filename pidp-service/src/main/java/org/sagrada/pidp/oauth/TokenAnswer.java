package org.sagrada.pidp.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets (RFC 6749, section 5.1). Absent members are left out.
 *
 * @param expiresIn in s
 * @param authAt when the user showed the password, in s
 * @param keysJwe the keys for the scopes, as the page sealed them for the client
 * @param sessionToken a session of the client's own, where it asked for that scope
 */
record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("scope") String scope,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("auth_at") long authAt,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("id_token") @Nullable String idToken,
        @JsonProperty("keys_jwe") @Nullable String keysJwe,
        @JsonProperty("session_token") @Nullable String sessionToken) {

    /** The same with what the page sealed for the client, and a session where it asked for one. */
    TokenAnswer with(@Nullable String keys, Optional<String> session) {
        return new TokenAnswer(
                accessToken, tokenType, scope, expiresIn, authAt, refreshToken, idToken, keys, session.orElse(null));
    }

    @Override
    public String toString() {
        return "TokenAnswer[hidden]";
    }
}
