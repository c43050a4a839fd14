package org.sagrada.client.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;

/**
 * A session's right to Sync in OAuth's terms, for services that take no assertions. Methods throw an {@link AccountException} when the
 * server refuses.
 */
public final class SyncAuthorization {

    /** What browsers on desks are known by, at every server: a program that may trade its session for tokens. */
    private static final String CLIENT = "5882386c6d801776";

    private static final String SCOPE = "https://identity.mozilla.com/apps/oldsync";

    private final AccountRequests requests;
    private final TokenKeys session;

    SyncAuthorization(AccountRequests requests, Key32 sessionToken) {
        this.requests = requests;
        this.session = AccountRequests.sessionKeys(sessionToken);
    }

    /** A new access token, good for some hours at most. */
    public String accessToken() {
        Map<String, String> grant = request();
        grant.put("grant_type", "fxa-credentials");
        return requests.post("/v1/oauth/token", grant, session).text("access_token");
    }

    /** When the account's key for Sync was made, in ms. */
    public long keysChangedAt() {
        return requests.post("/v1/account/scoped-key-data", request(), session)
                .object(SCOPE)
                .number("keyRotationTimestamp");
    }

    private static Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", CLIENT);
        request.put("scope", SCOPE);
        return request;
    }
}
