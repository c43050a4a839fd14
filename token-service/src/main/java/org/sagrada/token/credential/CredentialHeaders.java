package org.sagrada.token.credential;

import org.jspecify.annotations.Nullable;

/** The headers a credential consists of, as they came; null where there is none. */
public record CredentialHeaders(
        @Nullable String authorization,
        @Nullable String keyId,
        @Nullable String clientState,
        @Nullable String host) {

    @Override
    public String toString() {
        return "CredentialHeaders[redacted]";
    }
}
