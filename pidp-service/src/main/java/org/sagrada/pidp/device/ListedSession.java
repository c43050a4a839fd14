package org.sagrada.pidp.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.session.Session;

/**
 * A session in a list.
 *
 * @param id a handle that gives no power over the session
 * @param createdTime in ms
 * @param lastAccessTime in ms
 */
record ListedSession(
        String id,
        String userAgent,
        String os,
        long createdTime,
        long lastAccessTime,
        @JsonProperty("isDevice") boolean isDevice,
        @JsonProperty("isCurrentDevice") boolean isCurrentDevice,
        @Nullable String deviceId,
        @Nullable String deviceName,
        @Nullable String deviceType) {

    static ListedSession of(Session session, @Nullable Device device, Caller caller) {
        return new ListedSession(
                session.handle(),
                session.userAgent(),
                "",
                session.createdAt().toEpochMilli(),
                session.lastUsedAt().toEpochMilli(),
                device != null,
                session.tokenId().equals(caller.sessionId()),
                device == null ? null : device.id(),
                device == null ? null : device.name(),
                device == null ? null : device.type());
    }
}
