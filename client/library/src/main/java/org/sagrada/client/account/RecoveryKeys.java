package org.sagrada.client.account;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.RecoveryKey;
import org.sagrada.model.onepw.TokenKeys;

/** The account's recovery key, on paper, that brings kB over a reset of the password. There is one at most. */
public final class RecoveryKeys {

    private final AccountRequests requests;
    private final TokenKeys session;
    private final String uid;
    private final SecureRandom random;

    RecoveryKeys(AccountRequests requests, Key32 sessionToken, String uid, SecureRandom random) {
        this.requests = requests;
        this.session = AccountRequests.sessionKeys(sessionToken);
        this.uid = uid;
        this.random = random;
    }

    /** Whether there is one. */
    public boolean exists() {
        return requests.post("/v1/recoveryKey/exists", Map.of(), session).flag("exists");
    }

    /** Makes one, which replaces the one there was. It is to be shown to the user, once. */
    public RecoveryKey create(Key32 kB) {
        RecoveryKey key = RecoveryKey.random(uid, random);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recoveryKeyId", key.id());
        body.put("recoveryData", key.seal(kB));
        body.put("enabled", true);
        body.put("replaceKey", true);
        requests.post("/v1/recoveryKey", body, session);
        return key;
    }

    /** Makes the one there is useless. */
    public void remove() {
        requests.delete("/v1/recoveryKey", session);
    }
}
