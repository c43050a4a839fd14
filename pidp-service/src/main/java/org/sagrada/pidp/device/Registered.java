package org.sagrada.pidp.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device as it was registered.
 *
 * @param createdAt in ms
 */
record Registered(
        String id,
        long createdAt,
        String name,
        String type,
        @Nullable String pushCallback,
        @Nullable String pushPublicKey,
        @Nullable String pushAuthKey,
        boolean pushEndpointExpired,
        Map<String, String> availableCommands) {

    static Registered of(Device device) {
        return new Registered(
                device.id(),
                device.createdAt().toEpochMilli(),
                device.name(),
                device.type(),
                device.pushCallback(),
                device.pushPublicKey(),
                device.pushAuthKey(),
                false,
                device.availableCommands());
    }
}
