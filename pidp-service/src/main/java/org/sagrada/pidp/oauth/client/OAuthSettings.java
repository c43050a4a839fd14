package org.sagrada.pidp.oauth.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which programs may have tokens, and for how long.
 *
 * @param clients by their ids, 16 hexadecimal digits
 * @param keyScopes the scopes that have keys; clients get them only for verified sessions
 * @param accessTokenLife how long an access token is good; clients may ask for less
 * @param codeLife how long a code may wait to be redeemed
 */
public record OAuthSettings(
        @DefaultValue Map<String, Client> clients,

        @DefaultValue("https://identity.mozilla.com/apps/oldsync")
        List<String> keyScopes,

        @DefaultValue("6h") Duration accessTokenLife,
        @DefaultValue("15m") Duration codeLife) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** Refuses what would not work. */
    public OAuthSettings {
        for (var id : clients.keySet()) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "sagrada.pidp.oauth.clients." + id + ": an id has 16 hexadecimal digits in lower case");
            }
        }
        if (accessTokenLife.compareTo(LONGEST_LIFE) > 0 || accessTokenLife.toSeconds() < 60) {
            throw new IllegalArgumentException("sagrada.pidp.oauth.access-token-life must be between 1m and 1d");
        }
    }

    /**
     * One program.
     *
     * @param redirectUris at least one
     * @param scopes what it may ask for
     * @param enabled false: as if it were not there
     */
    public record Client(
            String name,
            List<String> redirectUris,
            List<String> scopes,
            @DefaultValue("false") boolean canGrant,
            @DefaultValue("true") boolean enabled) {

        /** Refuses a client that could get no code. */
        public Client {
            if (redirectUris.isEmpty()) {
                throw new IllegalArgumentException("sagrada.pidp.oauth.clients: '" + name + "' has no redirect-uris");
            }
        }
    }
}
