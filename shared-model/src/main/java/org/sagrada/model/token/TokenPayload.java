package org.sagrada.model.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token says.
 *
 * @param uid of the user on the node, not negative
 * @param node the node's root URL, exactly as the token service's node table has it
 * @param expires the first instant the token no longer counts; issued in whole seconds
 * @param salt ASCII text that makes each token's derived key its own
 * @param fxaUid the local part of the user's e-mail
 * @param fxaKid when the keys changed and the client state, as {@code %013d-base64url}
 * @param hashedFxaUid 32 hexadecimal digits for the node's metrics
 * @param hashedDeviceId 32 hexadecimal digits for the node's metrics
 * @param tokenserverOrigin the kind of token service; absent from ours
 * @param purge true asks the node to refuse every token of this user that was issued before
 */
public record TokenPayload(
        long uid,
        String node,
        Instant expires,
        String salt,
        @Nullable String fxaUid,
        @Nullable String fxaKid,
        @Nullable String hashedFxaUid,
        @Nullable String hashedDeviceId,
        @Nullable String tokenserverOrigin,
        boolean purge) {

    public TokenPayload {
        if (uid < 0) {
            throw new IllegalArgumentException("a uid isn't negative");
        }
        if (!salt.chars().allMatch(character -> character < 0x80)) {
            throw new IllegalArgumentException("a salt is ASCII");
        }
    }

    @Override
    public String toString() {
        return "TokenPayload[uid=" + uid + ", node=" + node + ", expires=" + expires + ", purge=" + purge
                + ", other members redacted]";
    }
}
