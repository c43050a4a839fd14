package org.sagrada.pidp.oauth.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that may ask for tokens. It has no secret: whoever redeems a code proves with PKCE (RFC 7636) to have asked for it.
 *
 * @param name for people
 * @param redirectUris where codes may be sent; the first one where a request names none
 * @param scope what it may ask for at most
 * @param canGrant whether its session is enough to get a token (the grant {@code fxa-credentials})
 */
public record OAuthClient(String id, String name, List<String> redirectUris, ScopeSet scope, boolean canGrant) {

    /** The address to send a code to; null when this one is not the client's. */
    public @Nullable String redirectUri(@Nullable String wanted) {
        if (wanted == null) {
            return redirectUris.getFirst();
        }
        return redirectUris.contains(wanted) ? wanted : null;
    }
}
