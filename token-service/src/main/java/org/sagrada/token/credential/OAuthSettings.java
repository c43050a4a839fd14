package org.sagrada.token.credential;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What OAuth tokens are accepted.
 *
 * @param scope one of theirs has to be this
 */
public record OAuthSettings(
        @DefaultValue("https://identity.mozilla.com/apps/oldsync")
        String scope) {

    /** Checks the value. */
    public OAuthSettings {
        if (scope.isBlank() || scope.contains(" ")) {
            throw new IllegalArgumentException("sagrada.token.oauth.scope must be one scope");
        }
    }
}
