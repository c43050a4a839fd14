package org.sagrada.pidp.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device in a list.
 *
 * @param lastAccessTime in ms
 */
record Listed(
        String id,
        @JsonProperty("isCurrentDevice") boolean isCurrentDevice,
        String name,
        String type,
        long lastAccessTime,
        Map<String, Object> location,
        @Nullable String pushCallback,
        @Nullable String pushPublicKey,
        @Nullable String pushAuthKey,
        boolean pushEndpointExpired,
        Map<String, String> availableCommands) {

    static Listed of(DeviceTable.Used used, Caller caller) {
        var device = used.device();
        return new Listed(
                device.id(),
                caller.owns(device),
                device.name(),
                device.type(),
                used.lastUsedAt().toEpochMilli(),
                Map.of(),
                device.pushCallback(),
                device.pushPublicKey(),
                device.pushAuthKey(),
                false,
                device.availableCommands());
    }
}
