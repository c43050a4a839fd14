package org.sagrada.token.user;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.MalformedEncodingException;

/** The id of a user's keys as tokens have it: when they changed, in 13 digits or more, and their client state. */
public final class KeyId {

    private KeyId() {}

    /** The text for a user in this state. */
    public static String of(UserState state) {
        long changed = state.keysChangedAt() == 0 ? state.generation() : state.keysChangedAt();
        return "%013d-%s".formatted(changed, Base64Url.encode(bytes(state.clientState())));
    }

    /** Client states are hexadecimal as a rule; clients of the oldest kind may have others, which are taken as they are. */
    private static byte[] bytes(String clientState) {
        try {
            return Hex.decode(clientState);
        } catch (MalformedEncodingException text) {
            return clientState.getBytes(US_ASCII);
        }
    }
}
