package org.sagrada.client;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.storage.TokenSource;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.StorageToken;
import org.sagrada.client.token.TokenException;
import org.sagrada.client.token.TokenServer;

/** An account's tokens for the storage by one protocol: one at a time, renewed shortly before it runs out. */
final class AccountTokens implements TokenSource {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Identity identity;
    private final TokenServer server;
    private final Supplier<String> clientState;
    private final StorageProtocol protocol;
    private @Nullable StorageToken token;

    AccountTokens(Identity identity, TokenServer server, Supplier<String> clientState, StorageProtocol protocol) {
        this.identity = identity;
        this.server = server;
        this.clientState = clientState;
        this.protocol = protocol;
    }

    @Override
    public synchronized StorageToken current() {
        StorageToken current = token;
        if (current == null || current.expiresAt().isBefore(server.time().plus(MARGIN))) {
            current = fetch();
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

    private StorageToken fetch() {
        try {
            return fetchOnce();
        } catch (TokenException.InvalidTimestamp wrongClock) {
            // The refusal told the server's time; a new assertion goes by it.
            identity.forget();
            return fetchOnce();
        }
    }

    private StorageToken fetchOnce() {
        String assertion = identity.assertion(server.audience(), server.time());
        return server.token(protocol, assertion, clientState.get());
    }
}
