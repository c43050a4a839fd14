package org.sagrada.pidp.device;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A session or a refresh token that has a name. It ends with what it is a name of. */
@Entity
class Device {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Id
    private String id;

    private String uid;
    private @Nullable String sessionId;
    private @Nullable String refreshTokenId;
    private String name;
    private String type;
    private @Nullable String pushCallback;
    private @Nullable String pushPublicKey;
    private @Nullable String pushAuthKey;
    private String availableCommands;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Device() {}

    Device(String id, Caller owner, String name, String type, Instant now) {
        this.id = id;
        this.uid = owner.uid();
        this.sessionId = owner.sessionId();
        this.refreshTokenId = owner.refreshTokenId();
        this.name = name;
        this.type = type;
        this.availableCommands = "{}";
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String uid() {
        return uid;
    }

    @Nullable
    String sessionId() {
        return sessionId;
    }

    @Nullable
    String refreshTokenId() {
        return refreshTokenId;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    @Nullable
    String pushCallback() {
        return pushCallback;
    }

    @Nullable
    String pushPublicKey() {
        return pushPublicKey;
    }

    @Nullable
    String pushAuthKey() {
        return pushAuthKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What other devices may ask of it, with what they need for that. */
    Map<String, String> availableCommands() {
        return JSON.readValue(availableCommands, new TypeReference<>() {});
    }

    /** Takes over what a request says; what it does not mention stays. */
    void update(DeviceRequest request) {
        name = request.name().orElse(name);
        type = request.type().orElse(type);
        pushCallback = request.pushCallback().orElse(pushCallback);
        pushPublicKey = request.pushPublicKey().orElse(pushPublicKey);
        pushAuthKey = request.pushAuthKey().orElse(pushAuthKey);
        request.availableCommands().ifPresent(commands -> availableCommands = JSON.writeValueAsString(commands));
    }
}
