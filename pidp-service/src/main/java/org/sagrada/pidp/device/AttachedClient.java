package org.sagrada.pidp.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.oauth.token.RefreshToken;
import org.sagrada.pidp.session.Session;

/**
 * Whoever is signed in to an account. Here clients expect a null for what is absent.
 *
 * @param clientId the program; null for a session
 * @param sessionTokenId a handle that gives no power over the session
 * @param refreshTokenId a hash, which gives no power either
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

    static AttachedClient of(Session session, @Nullable Device device, Caller caller) {
        return new AttachedClient(
                null,
                device == null ? null : device.id(),
                session.handle(),
                null,
                session.tokenId().equals(caller.sessionId()),
                device == null ? null : device.type(),
                device == null ? null : device.name(),
                session.createdAt().toEpochMilli(),
                session.lastUsedAt().toEpochMilli(),
                null,
                Map.of(),
                session.userAgent(),
                null);
    }

    static AttachedClient of(RefreshToken token, String clientName, @Nullable Device device) {
        return new AttachedClient(
                token.clientId(),
                device == null ? null : device.id(),
                null,
                token.id(),
                false,
                device == null ? null : device.type(),
                device == null ? clientName : device.name(),
                token.createdAt().toEpochMilli(),
                token.lastUsedAt().toEpochMilli(),
                token.scope().texts(),
                Map.of(),
                token.userAgent(),
                null);
    }
}
