package org.sagrada.pidp.oauth;

import java.util.Locale;
import java.util.Optional;
import org.sagrada.pidp.oauth.token.AccessTokens;
import org.sagrada.pidp.oauth.token.Permission;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.springframework.stereotype.Component;

/** Takes tokens back. Whoever has a token may end it; a client that says who it is has to be the token's. */
@Component
class Revocation {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    Revocation(AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /** Ends an access token or a refresh token; false when it is none or another client's. */
    boolean revoke(String token, Optional<String> clientId) {
        var access = accessTokens.verify(token);
        if (access.isPresent()) {
            if (!isOf(access.get().clientId(), clientId)) {
                return false;
            }
            accessTokens.revoke(access.get());
            return true;
        }
        return end(refreshTokens.find(token), clientId);
    }

    /** Ends a refresh token that a list named. */
    boolean revokeById(String id, Optional<String> clientId) {
        return end(refreshTokens.findById(id.toLowerCase(Locale.ROOT)), clientId);
    }

    private boolean end(Optional<Permission> permission, Optional<String> clientId) {
        return permission
                .map(Permission::refreshToken)
                .filter(token -> isOf(token.clientId(), clientId))
                .map(token -> refreshTokens.revoke(token.id(), token.uid()))
                .orElse(false);
    }

    private static boolean isOf(String owner, Optional<String> clientId) {
        return clientId.map(owner::equals).orElse(true);
    }
}
