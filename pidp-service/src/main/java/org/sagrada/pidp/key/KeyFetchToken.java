package org.sagrada.pidp.key;

import java.util.Optional;
import org.sagrada.model.onepw.Key32;

/**
 * The right to fetch an account's keys once. What it fetches was encrypted when it was made; the server cannot open it.
 *
 * @param sessionId the session whose verification counts; nothing when only the account's does
 */
public record KeyFetchToken(String tokenId, Key32 requestKey, String uid, Optional<String> sessionId, String bundle) {

    @Override
    public String toString() {
        return "KeyFetchToken[uid=" + uid + "]";
    }
}
