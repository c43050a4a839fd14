package org.sagrada.pidp.device;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.client.OAuthClients;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SessionTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Devices and sessions as their user sees them. */
@RestController
@RequestMapping("/v1/account")
class DeviceController {

    private final Devices devices;
    private final DeviceTable deviceTable;
    private final SessionTable sessions;
    private final RefreshTokens refreshTokens;
    private final OAuthClients clients;

    DeviceController(
            Devices devices,
            DeviceTable deviceTable,
            SessionTable sessions,
            RefreshTokens refreshTokens,
            OAuthClients clients) {
        this.devices = devices;
        this.deviceTable = deviceTable;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.clients = clients;
    }

    @PostMapping("/device")
    Registered register(Caller caller, JsonBody body) {
        return Registered.of(devices.register(caller, DeviceRequest.from(body)));
    }

    @GetMapping("/devices")
    List<Listed> list(
            Caller caller, @RequestParam(name = "filterIdleDevicesTimestamp", defaultValue = "0") long usedSince) {
        if (usedSince < 0 || usedSince > 8_000_000_000_000_000L) {
            throw new Refusal(PidpError.invalidParameter("filterIdleDevicesTimestamp"));
        }
        return devices.list(caller, Instant.ofEpochMilli(usedSince)).stream()
                .map(used -> Listed.of(used, caller))
                .toList();
    }

    @PostMapping("/device/destroy")
    Map<String, Object> revoke(Caller caller, JsonBody body, HttpServletRequest request) {
        devices.revoke(
                caller.uid(), body.text("id", TextRule.HEX_32).toLowerCase(Locale.ROOT), ClientAddress.of(request));
        return Map.of();
    }

    @GetMapping("/sessions")
    List<ListedSession> sessions(Caller caller) {
        var named = deviceTable.findAll(caller.uid());
        return sessions.findAll(caller.uid()).stream()
                .map(session -> ListedSession.of(session, deviceOf(named, session.tokenId(), null), caller))
                .toList();
    }

    /** Sessions and refresh tokens under names that give no power over them, whether they have a device or not. */
    @GetMapping("/attached_clients")
    List<AttachedClient> attachedClients(Caller caller) {
        var named = deviceTable.findAll(caller.uid());
        var withSession = sessions.findAll(caller.uid()).stream()
                .map(session -> AttachedClient.of(session, deviceOf(named, session.tokenId(), null), caller));
        var withToken = refreshTokens.findAll(caller.uid()).stream()
                .map(token ->
                        AttachedClient.of(token, clients.nameOf(token.clientId()), deviceOf(named, null, token.id())));
        return Stream.concat(withSession, withToken).toList();
    }

    /** Ends what a list named. Of several names, any that is there will do: they name the same client. */
    @PostMapping("/attached_client/destroy")
    Map<String, Object> detach(Caller caller, JsonBody body, HttpServletRequest request) {
        var clientAddress = ClientAddress.of(request);
        var deviceId = id(body, "deviceId", TextRule.HEX_32);
        var refreshTokenId = id(body, "refreshTokenId", TextRule.HEX_64);
        if (deviceId.isPresent()) {
            devices.revoke(caller.uid(), deviceId.get(), clientAddress);
        } else if (refreshTokenId.isPresent()) {
            devices.revokeRefreshToken(caller.uid(), refreshTokenId.get(), clientAddress);
        } else {
            var handle = id(body, "sessionTokenId", TextRule.HEX_32)
                    .orElseThrow(() -> new Refusal(PidpError.missingParameter("sessionTokenId")));
            devices.revokeSession(caller.uid(), handle, clientAddress);
        }
        return Map.of();
    }

    /** Lists name what is absent with a null, and clients send such a name back. */
    private static Optional<String> id(JsonBody body, String name, TextRule rule) {
        return body.isNull(name)
                ? Optional.empty()
                : body.optionalText(name, rule).map(id -> id.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Device deviceOf(
            List<DeviceTable.Used> named, @Nullable String sessionId, @Nullable String refreshTokenId) {
        return named.stream()
                .map(DeviceTable.Used::device)
                .filter(device -> Objects.equals(device.sessionId(), sessionId)
                        && Objects.equals(device.refreshTokenId(), refreshTokenId))
                .findFirst()
                .orElse(null);
    }
}
