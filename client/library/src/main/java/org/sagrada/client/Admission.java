package org.sagrada.client;

import java.util.function.Supplier;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.account.SyncAuthorization;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.StorageToken;
import org.sagrada.client.token.TokenCredential;
import org.sagrada.client.token.TokenException;
import org.sagrada.client.token.TokenServer;
import org.sagrada.model.onepw.SyncKeys;

/**
 * Gets an account its tokens for the storage with whatever its servers know: an assertion or, where they refuse that, as servers do
 * that have OAuth alone, an access token.
 */
final class Admission {

    private static final int UNAUTHORIZED = 401;

    private final TokenServer server;
    private final Identity identity;
    private final SyncAuthorization authorization;
    private final Supplier<SyncKeys> keys;
    private boolean byOAuth;

    Admission(TokenServer server, Identity identity, SyncAuthorization authorization, Supplier<SyncKeys> keys) {
        this.server = server;
        this.identity = identity;
        this.authorization = authorization;
        this.keys = keys;
    }

    TokenServer server() {
        return server;
    }

    /** A new token. What is said of a refusal is what the servers said of the assertion, if they don't know OAuth either. */
    synchronized StorageToken token(StorageProtocol protocol) {
        if (byOAuth) {
            return server.token(protocol, authorized());
        }
        try {
            return byAssertion(protocol);
        } catch (AccountException.Refused | TokenException.InvalidCredentials | TokenException.Refused refusal) {
            if (!mayBeOfAllAssertions(refusal)) {
                throw refusal;
            }
            StorageToken token = byOAuth(protocol, refusal);
            byOAuth = true;
            return token;
        }
    }

    private StorageToken byAssertion(StorageProtocol protocol) {
        try {
            return server.token(protocol, asserted());
        } catch (TokenException.InvalidTimestamp wrongClock) {
            // The refusal told the server's time; a new assertion goes by it.
            identity.forget();
            return server.token(protocol, asserted());
        }
    }

    private StorageToken byOAuth(StorageProtocol protocol, ClientException refusal) {
        try {
            return server.token(protocol, authorized());
        } catch (AccountException.Refused | TokenException.InvalidCredentials | TokenException.Refused neither) {
            refusal.addSuppressed(neither);
            throw refusal;
        }
    }

    /** An identity provider without assertions certifies no keys; a token service without them has no word for what it refuses. */
    private static boolean mayBeOfAllAssertions(ClientException refusal) {
        return !(refusal instanceof TokenException token) || token.status() == UNAUTHORIZED;
    }

    private TokenCredential asserted() {
        String assertion = identity.assertion(server.audience(), server.time());
        return new TokenCredential.Asserted(assertion, keys.get().clientState());
    }

    private TokenCredential authorized() {
        String keyId = keys.get().scopedKeyId(authorization.keysChangedAt());
        return new TokenCredential.Authorized(authorization.accessToken(), keyId);
    }
}
