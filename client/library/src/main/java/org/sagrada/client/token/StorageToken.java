package org.sagrada.client.token;

import java.net.URI;
import java.time.Instant;
import org.sagrada.model.hawk.HawkCredentials;

/**
 * The right to use a storage node.
 *
 * @param credentials sign the requests (Hawk)
 * @param endpoint the user's own address at the node, without a trailing slash
 * @param uid the user's number there; another one means that the data is another's
 * @param expiresAt by the token service's clock
 */
public record StorageToken(HawkCredentials credentials, URI endpoint, long uid, Instant expiresAt) {}
