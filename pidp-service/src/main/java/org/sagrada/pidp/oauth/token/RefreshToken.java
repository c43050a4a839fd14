package org.sagrada.pidp.oauth.token;

import java.time.Instant;
import java.util.List;
import org.sagrada.pidp.oauth.client.ScopeSet;
import org.sagrada.pidp.session.AuthenticationMethod;

/**
 * The lasting permission that a user gave a client, known by the hash of a token that the server does not have.
 *
 * @param id 64 hexadecimal digits, which give no power over it
 * @param uid the account
 * @param clientId who holds it
 * @param scope what access tokens by it may be good for
 * @param authAt when the user last showed the password for it
 * @param methods how the user proved who they are
 * @param userAgent what the client calls itself; empty when it does not
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used, to the minute
 */
public record RefreshToken(
        String id,
        String uid,
        String clientId,
        ScopeSet scope,
        Instant authAt,
        List<AuthenticationMethod> methods,
        String userAgent,
        Instant createdAt,
        Instant lastUsedAt) {}
