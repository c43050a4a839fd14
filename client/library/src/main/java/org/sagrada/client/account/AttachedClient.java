package org.sagrada.client.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;

/**
 * Somebody who is signed in to an account: a device with a name, or a session that never took one.
 *
 * @param deviceId 32 hexadecimal digits; null if it has no name and type
 * @param sessionId a handle that gives no power over the session; null where access isn't by session
 * @param current whether it is the one that asks
 * @param name null if it never took one
 * @param type {@code desktop}, {@code mobile}, {@code cli} and the like; null if it has none
 * @param userAgent as it named itself in its first request
 */
public record AttachedClient(
        @Nullable String deviceId,
        @Nullable String sessionId,
        boolean current,
        @Nullable String name,
        @Nullable String type,
        Instant createdAt,
        Instant lastUsedAt,
        String userAgent) {

    /** What to name it by in a command: the device's id, or the session's handle; empty if it has neither. */
    public String id() {
        if (deviceId != null) {
            return deviceId;
        }
        return sessionId == null ? "" : sessionId;
    }

    static AttachedClient read(Json json) {
        String userAgent = json.textOrNull("userAgent");
        return new AttachedClient(
                json.textOrNull("deviceId"),
                json.textOrNull("sessionTokenId"),
                json.flag("isCurrentSession"),
                json.textOrNull("name"),
                json.textOrNull("deviceType"),
                time(json, "createdTime"),
                time(json, "lastAccessTime"),
                userAgent == null ? "" : userAgent);
    }

    private static Instant time(Json json, String name) {
        Long milliseconds = json.numberOrNull(name);
        return Instant.ofEpochMilli(milliseconds == null ? 0 : milliseconds);
    }
}
