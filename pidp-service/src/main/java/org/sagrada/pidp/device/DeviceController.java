package org.sagrada.pidp.device;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SessionRepository;
import org.sagrada.pidp.session.SignedIn;
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
    private final DeviceRepository repository;
    private final SessionRepository sessions;

    DeviceController(Devices devices, DeviceRepository repository, SessionRepository sessions) {
        this.devices = devices;
        this.repository = repository;
        this.sessions = sessions;
    }

    @PostMapping("/device")
    Registered register(SignedIn signedIn, JsonBody body) {
        return Registered.of(devices.register(signedIn, DeviceRequest.from(body)));
    }

    @GetMapping("/devices")
    List<Listed> list(
            SignedIn signedIn, @RequestParam(name = "filterIdleDevicesTimestamp", defaultValue = "0") long usedSince) {
        if (usedSince < 0 || usedSince > 8_000_000_000_000_000L) {
            throw new Refusal(PidpError.invalidParameter("filterIdleDevicesTimestamp"));
        }
        return devices.list(signedIn, Instant.ofEpochMilli(usedSince)).stream()
                .map(used -> Listed.of(used, signedIn))
                .toList();
    }

    @PostMapping("/device/destroy")
    Map<String, Object> revoke(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        devices.revoke(signedIn, body.text("id", TextRule.HEX_32).toLowerCase(Locale.ROOT), ClientAddress.of(request));
        return Map.of();
    }

    @GetMapping("/sessions")
    List<ListedSession> sessions(SignedIn signedIn) {
        var named = repository.findAll(signedIn.uid());
        return sessions.findAll(signedIn.uid()).stream()
                .map(session -> ListedSession.of(session, deviceOf(named, session.tokenId()), signedIn))
                .toList();
    }

    /** Sessions under handles that give no power over them, whether they have a device or not. */
    @GetMapping("/attached_clients")
    List<AttachedClient> attachedClients(SignedIn signedIn) {
        var named = repository.findAll(signedIn.uid());
        return sessions.findAll(signedIn.uid()).stream()
                .map(session -> AttachedClient.of(session, deviceOf(named, session.tokenId()), signedIn))
                .toList();
    }

    @PostMapping("/attached_client/destroy")
    Map<String, Object> detach(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        var clientAddress = ClientAddress.of(request);
        var deviceId = body.optionalText("deviceId", TextRule.HEX_32);
        var handle = body.optionalText("sessionTokenId", TextRule.HEX_32);
        if (deviceId.isPresent()) {
            devices.revoke(signedIn, deviceId.get().toLowerCase(Locale.ROOT), clientAddress);
        } else {
            devices.revokeSession(
                    signedIn,
                    handle.orElseThrow(() -> new Refusal(PidpError.missingParameter("sessionTokenId")))
                            .toLowerCase(Locale.ROOT),
                    clientAddress);
        }
        return Map.of();
    }

    private static @Nullable Device deviceOf(List<DeviceRepository.Used> named, String sessionId) {
        return named.stream()
                .map(DeviceRepository.Used::device)
                .filter(device -> device.sessionId().equals(sessionId))
                .findFirst()
                .orElse(null);
    }
}
