package org.sagrada.token.credential;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;

/**
 * An identity provider that the operator trusts.
 *
 * @param name as its certificates name it: host and, where it isn't the default, port; not given: that of the base URL.
 *     What follows the {@code @} in the e-mail of an OAuth token's user, too
 * @param baseUrl where its documents are; may be another address than the public one, loopback included
 * @param jwksUrl where the keys of its OAuth and event tokens are; not given: below the base URL
 * @param verifyUrl where it is asked about OAuth tokens that aren't JWTs; not given: these are refused
 * @param tokenIssuer what {@code iss} says in its OAuth and event tokens; not given: anything in OAuth tokens, and the
 *     name or the base URL in event tokens
 */
public record Issuer(
        @Nullable String name,
        PublicUrl baseUrl,
        @Nullable URI jwksUrl,
        @Nullable URI verifyUrl,
        @Nullable String tokenIssuer) {

    /** The name in certificates. */
    public String issuerName() {
        return name == null || name.isBlank() ? baseUrl.hostAndPort() : name;
    }

    /** Whether this is how the issuer names itself in event tokens. */
    public boolean signsEventsAs(String iss) {
        String bare = iss.endsWith("/") ? iss.substring(0, iss.length() - 1) : iss;
        return tokenIssuer == null
                ? List.of(issuerName(), "https://" + issuerName(), "http://" + issuerName(), baseUrl.toString())
                        .contains(bare)
                : tokenIssuer.equals(iss);
    }

    URI keysAddress() {
        return jwksUrl == null ? URI.create(baseUrl + "/.well-known/public-keys") : jwksUrl;
    }
}
