package org.sagrada.model.onepw;

import java.util.Arrays;

/**
 * What both ends derive from a token of 32 bytes. The server need keep neither the token nor the bundle key.
 *
 * @param tokenId names the token in requests (Hawk's id, in hexadecimal digits) and in the server's database
 * @param requestKey signs requests (Hawk's key, as bytes)
 * @param bundleKey protects what the server answers to it
 */
public record TokenKeys(TokenKind kind, Key32 tokenId, Key32 requestKey, Key32 bundleKey) {

    /** Derives the three. */
    public static TokenKeys derive(TokenKind kind, Key32 token) {
        byte[] derived = Namespace.derive(token, kind.protocolName(), 3 * Key32.LENGTH);
        return new TokenKeys(kind, part(derived, 0), part(derived, 1), part(derived, 2));
    }

    private static Key32 part(byte[] derived, int index) {
        return Key32.of(Arrays.copyOfRange(derived, index * Key32.LENGTH, (index + 1) * Key32.LENGTH));
    }

    /** The credentials of {@code Authorization: Bearer}: as good as the token itself. */
    public String bearer() {
        return kind.bearerPrefix() + "_" + tokenId.toHex();
    }
}
