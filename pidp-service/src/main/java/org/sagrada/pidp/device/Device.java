package org.sagrada.pidp.device;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session or a refresh token that has a name. It ends with what it is a name of.
 *
 * @param availableCommands what other devices may ask of it, with what they need for that
 */
record Device(
        String id,
        String uid,
        @Nullable String sessionId,
        @Nullable String refreshTokenId,
        String name,
        String type,
        @Nullable String pushCallback,
        @Nullable String pushPublicKey,
        @Nullable String pushAuthKey,
        Map<String, String> availableCommands,
        Instant createdAt) {

    /** With what a request says; what it does not mention stays. */
    Device updated(DeviceRequest request) {
        return new Device(
                id,
                uid,
                sessionId,
                refreshTokenId,
                request.name().orElse(name),
                request.type().orElse(type),
                request.pushCallback().orElse(pushCallback),
                request.pushPublicKey().orElse(pushPublicKey),
                request.pushAuthKey().orElse(pushAuthKey),
                request.availableCommands().orElse(availableCommands),
                createdAt);
    }

    @Override
    public String toString() {
        return "Device[id=" + id + "]";
    }
}
