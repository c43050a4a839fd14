package org.sagrada.client.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;

/** The devices and sessions of an account. Methods throw an {@link AccountException} when the server refuses. */
public final class Devices {

    private final AccountRequests requests;
    private final TokenKeys session;

    Devices(AccountRequests requests, Key32 sessionToken) {
        this.requests = requests;
        this.session = AccountRequests.sessionKeys(sessionToken);
    }

    /** Everybody who is signed in, named or not. */
    public List<AttachedClient> list() {
        return requests.list("/v1/account/attached_clients", session).stream()
                .map(AttachedClient::read)
                .toList();
    }

    /**
     * Gives this session a name and a type.
     *
     * @param type up to 16 characters of {@code a-z 0-9 -}
     * @return the device's id
     */
    public String register(String name, String type) {
        return requests.post("/v1/account/device", Map.of("name", name, "type", type), session)
                .text("id");
    }

    /** Gives this session's device another name; the others name themselves. */
    public void rename(String deviceId, String name) {
        requests.post("/v1/account/device", Map.of("id", deviceId, "name", name), session);
    }

    /** Ends somebody's session. Tokens for the storage that it holds live on until they run out. */
    public void revoke(AttachedClient client) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (client.deviceId() != null) {
            body.put("deviceId", client.deviceId());
        }
        if (client.sessionId() != null) {
            body.put("sessionTokenId", client.sessionId());
        }
        requests.post("/v1/account/attached_client/destroy", body, session);
    }
}
