package org.sagrada.client.pairing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sagrada.client.http.Json;

/** The six messages of a pairing, in the order they are sent. */
enum Message {
    /** The new device's first round. */
    OFFER,
    /** The other device's first round. */
    ANSWER,
    /** The new device's second round. */
    COMMIT,
    /** The other device's second round. */
    ACCEPT,
    /** The new device's proof that it knows the code. */
    PROVE,
    /** The other device's proof, and the account. */
    HAND_OVER;

    private static final long VERSION = 1;

    Json with(Map<String, Object> content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", name());
        message.put("version", VERSION);
        message.putAll(content);
        return Json.of(message);
    }

    /** Makes sure that a message is this one. */
    Json expect(Json message) {
        Long version = message.numberOrNull("version");
        if (!name().equals(message.textOrNull("type")) || version == null || version != VERSION) {
            throw new PairingException.Tampered();
        }
        return message;
    }
}
