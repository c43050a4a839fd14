package org.sagrada.pidp.auth;

import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.TokenKeys;

/**
 * A new token, on its way to the client.
 *
 * @param token what the client gets, 64 hexadecimal digits; kept nowhere
 * @param keys what both ends derive from it; the server keeps the id and the request key
 */
public record MintedToken(String token, TokenKeys keys) {

    /** The name of the token in requests, 64 hexadecimal digits. */
    public String id() {
        return keys.tokenId().toHex();
    }

    /** What requests are signed with. */
    public Key32 requestKey() {
        return keys.requestKey();
    }

    @Override
    public String toString() {
        return "MintedToken[" + keys.kind() + "]";
    }
}
