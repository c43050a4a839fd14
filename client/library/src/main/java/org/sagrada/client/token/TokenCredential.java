package org.sagrada.client.token;

import org.sagrada.client.http.HttpCall;

/** What shows the token service whose the token is to be. */
public sealed interface TokenCredential {

    /** The request with this credential in its headers. */
    HttpCall on(HttpCall request);

    /**
     * An assertion of the identity provider's, which any token service believes that trusts the provider.
     *
     * @param bundle certificate and assertion, made for {@link TokenServer#audience}
     * @param clientState the fingerprint of kB
     */
    record Asserted(String bundle, String clientState) implements TokenCredential {

        @Override
        public HttpCall on(HttpCall request) {
            return request.with("Authorization", "BrowserID " + bundle).with("X-Client-State", clientState);
        }

        @Override
        public String toString() {
            return "Asserted[redacted]";
        }
    }

    /**
     * An access token of OAuth, which is all that some token services take.
     *
     * @param accessToken for the scope of Sync
     * @param keyId the name of the account's key for that scope: when it was made, and the fingerprint of kB
     */
    record Authorized(String accessToken, String keyId) implements TokenCredential {

        @Override
        public HttpCall on(HttpCall request) {
            return request.with("Authorization", "Bearer " + accessToken).with("X-KeyID", keyId);
        }

        @Override
        public String toString() {
            return "Authorized[redacted]";
        }
    }
}
