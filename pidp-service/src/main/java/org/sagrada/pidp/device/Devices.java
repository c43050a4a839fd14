package org.sagrada.pidp.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.AccountRepository;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.session.SessionRepository;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Registers, lists and revokes devices. */
@Component
final class Devices {

    static final PidpError UNKNOWN = PidpError.of(400, 123, "Unknown device");
    private static final PidpError TAKEN = PidpError.of(400, 124, "Session already registered by another device");

    private final DeviceRepository devices;
    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final TokenMint mint;
    private final TransactionOperations transaction;
    private final Clock clock;

    Devices(
            DeviceRepository devices,
            SessionRepository sessions,
            AccountRepository accounts,
            AuditLog audit,
            TokenMint mint,
            TransactionOperations transaction,
            Clock clock) {
        this.devices = devices;
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.mint = mint;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the session's device or changes it; errno 123 for an unknown id, 124 when the session has another device. */
    Device register(SignedIn signedIn, DeviceRequest request) {
        try {
            return transaction.execute(status -> {
                if (accounts.lock(signedIn.uid()).isEmpty()) {
                    throw new Refusal(PidpError.invalidToken());
                }
                var device = deviceFor(signedIn, request);
                device.update(request);
                return devices.save(device);
            });
        } catch (DataIntegrityViolationException e) {
            // The session ended meanwhile.
            throw new Refusal(PidpError.invalidToken());
        }
    }

    private Device deviceFor(SignedIn signedIn, DeviceRequest request) {
        var sessionId = signedIn.session().tokenId();
        var own = devices.findBySessionId(sessionId);
        if (request.id().isPresent()) {
            var named = devices.find(signedIn.uid(), request.id().get()).orElseThrow(() -> new Refusal(UNKNOWN));
            if (own.isPresent() && !own.get().id().equals(named.id())) {
                throw new Refusal(TAKEN.with("deviceId", own.get().id()));
            }
            return named;
        }
        return own.orElseGet(() -> new Device(
                mint.id(),
                signedIn.uid(),
                sessionId,
                request.name().orElseThrow(() -> new Refusal(PidpError.missingParameter("name"))),
                request.type().orElseThrow(() -> new Refusal(PidpError.missingParameter("type"))),
                clock.instant()));
    }

    /** The account's devices that were used since the time given. */
    List<DeviceRepository.Used> list(SignedIn signedIn, Instant usedSince) {
        return devices.findAll(signedIn.uid()).stream()
                .filter(used -> !used.session().lastUsedAt().isBefore(usedSince))
                .toList();
    }

    /** Ends a device with its session. */
    void revoke(SignedIn signedIn, String id, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            var device = devices.find(signedIn.uid(), id).orElseThrow(() -> new Refusal(UNKNOWN));
            endSession(signedIn, device.sessionId(), clientAddress);
        });
    }

    /** Ends the session that a list showed under this handle. */
    void revokeSession(SignedIn signedIn, String handle, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            var session = sessions.findAll(signedIn.uid()).stream()
                    .filter(found -> found.handle().equals(handle))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(UNKNOWN));
            endSession(signedIn, session.tokenId(), clientAddress);
        });
    }

    private void endSession(SignedIn signedIn, String sessionId, String clientAddress) {
        if (sessions.delete(sessionId, signedIn.uid()) == 0) {
            throw new Refusal(UNKNOWN);
        }
        audit.note(AuditLog.Happening.DEVICE_REVOKED, signedIn.uid(), clientAddress);
    }
}
