package org.sagrada.pidp.oauth.token;

import java.time.Instant;
import org.sagrada.pidp.oauth.client.ScopeSet;

/**
 * A verified access token.
 *
 * @param jti its own name
 * @param source the handle of the session, or the id of the refresh token, with which it ends
 */
public record AccessToken(
        String jti, String uid, String clientId, ScopeSet scope, String source, Instant issuedAt, Instant expiresAt) {}
