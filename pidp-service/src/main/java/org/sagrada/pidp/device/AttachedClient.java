package org.sagrada.pidp.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.session.Session;
import org.sagrada.pidp.session.SignedIn;

/**
 * Whoever is signed in to an account. Here clients expect a null for what is absent.
 *
 * @param sessionTokenId a handle that gives no power over the session
 * @param createdTime in ms
 * @param lastAccessTime in ms
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AttachedClient(
        @Nullable String clientId,
        @Nullable String deviceId,
        @Nullable String sessionTokenId,
        @Nullable String refreshTokenId,
        @JsonProperty("isCurrentSession") boolean isCurrentSession,
        @Nullable String deviceType,
        @Nullable String name,
        long createdTime,
        long lastAccessTime,
        @Nullable List<String> scope,
        Map<String, Object> location,
        String userAgent,
        @Nullable String os) {

    static AttachedClient of(Session session, @Nullable Device device, SignedIn signedIn) {
        return new AttachedClient(
                null,
                device == null ? null : device.id(),
                session.handle(),
                null,
                session.tokenId().equals(signedIn.session().tokenId()),
                device == null ? null : device.type(),
                device == null ? null : device.name(),
                session.createdAt().toEpochMilli(),
                session.lastUsedAt().toEpochMilli(),
                null,
                Map.of(),
                session.userAgent(),
                null);
    }
}
