package org.sagrada.client.authenticator;

import org.jspecify.annotations.Nullable;
import org.sagrada.client.account.Session;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;

/**
 * What fetches and opens kB once the sign-in is confirmed, so that the password need not be typed again.
 *
 * @param keyFetchToken good for one fetch
 * @param unwrapBKey what the password adds
 */
public record PendingKey(Key32 keyFetchToken, Key32 unwrapBKey) {

    static @Nullable PendingKey of(Session session, QuickStretch stretch) {
        Key32 token = session.keyFetchToken();
        return token == null ? null : new PendingKey(token, stretch.unwrapBKey());
    }

    /** Nothing: both are secret. */
    @Override
    public String toString() {
        return "PendingKey[redacted]";
    }
}
