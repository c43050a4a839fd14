package org.sagrada.pidp.auth;

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

    /** The 32 bytes that requests are signed with. */
    public byte[] requestKey() {
        return keys.requestKey().bytes();
    }

    @Override
    public String toString() {
        return "MintedToken[" + keys.kind() + "]";
    }
}
