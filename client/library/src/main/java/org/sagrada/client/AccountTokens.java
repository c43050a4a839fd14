package org.sagrada.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.storage.TokenSource;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.StorageToken;

/** An account's tokens for the storage by one protocol: one at a time, renewed shortly before it runs out. */
final class AccountTokens implements TokenSource {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Admission admission;
    private final StorageProtocol protocol;
    private @Nullable StorageToken token;

    AccountTokens(Admission admission, StorageProtocol protocol) {
        this.admission = admission;
        this.protocol = protocol;
    }

    @Override
    public synchronized StorageToken current() {
        StorageToken current = token;
        if (current == null
                || current.expiresAt().isBefore(admission.server().time().plus(MARGIN))) {
            current = admission.token(protocol);
            token = current;
        }
        return current;
    }

    @Override
    public synchronized StorageToken renew(StorageToken refused) {
        // Another thread may have renewed it already.
        if (refused.equals(token)) {
            token = null;
        }
        return current();
    }
}
