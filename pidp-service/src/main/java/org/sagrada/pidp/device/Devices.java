package org.sagrada.pidp.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.token.RefreshTokens;
import org.sagrada.pidp.session.SessionTable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Registers, lists and revokes devices. */
@Component
final class Devices {

    static final PidpError UNKNOWN = PidpError.of(400, 123, "Unknown device");
    private static final PidpError TAKEN = PidpError.of(400, 124, "Session already registered by another device");

    private final DeviceTable devices;
    private final SessionTable sessions;
    private final RefreshTokens refreshTokens;
    private final AccountTable accounts;
    private final AuditLog audit;
    private final TokenMint mint;
    private final TransactionOperations transaction;
    private final Clock clock;

    Devices(
            DeviceTable devices,
            SessionTable sessions,
            RefreshTokens refreshTokens,
            AccountTable accounts,
            AuditLog audit,
            TokenMint mint,
            TransactionOperations transaction,
            Clock clock) {
        this.devices = devices;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.audit = audit;
        this.mint = mint;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the caller's device or changes one; errno 123 for an unknown id, 124 when the caller has another device. */
    Device register(Caller caller, DeviceRequest request) {
        try {
            return transaction.execute(status -> {
                if (accounts.lock(caller.uid()).isEmpty()) {
                    throw new Refusal(PidpError.invalidToken());
                }
                var device = deviceFor(caller, request).updated(request);
                devices.save(device);
                return device;
            });
        } catch (DataIntegrityViolationException e) {
            // The session or the refresh token ended meanwhile.
            throw new Refusal(PidpError.invalidToken());
        }
    }

    private Device deviceFor(Caller caller, DeviceRequest request) {
        var own = devices.findOwn(caller);
        if (request.id().isPresent()) {
            var named = devices.find(caller.uid(), request.id().get()).orElseThrow(() -> new Refusal(UNKNOWN));
            if (own.isPresent() && !own.get().id().equals(named.id())) {
                throw new Refusal(TAKEN.with("deviceId", own.get().id()));
            }
            return named;
        }
        return own.orElseGet(() -> new Device(
                mint.id(),
                caller.uid(),
                caller.sessionId(),
                caller.refreshTokenId(),
                request.name().orElseThrow(() -> new Refusal(PidpError.missingParameter("name"))),
                request.type().orElseThrow(() -> new Refusal(PidpError.missingParameter("type"))),
                null,
                null,
                null,
                Map.of(),
                clock.instant()));
    }

    /** The account's devices that were used since the time given. */
    List<DeviceTable.Used> list(Caller caller, Instant usedSince) {
        return devices.findAll(caller.uid()).stream()
                .filter(used -> !used.lastUsedAt().isBefore(usedSince))
                .toList();
    }

    /** Ends a device with the session or the refresh token that it has. */
    void revoke(String uid, String id, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            var device = devices.find(uid, id).orElseThrow(() -> new Refusal(UNKNOWN));
            var sessionId = device.sessionId();
            var refreshTokenId = device.refreshTokenId();
            if (sessionId != null) {
                endSession(uid, sessionId, clientAddress);
            }
            if (refreshTokenId != null) {
                revokeRefreshToken(uid, refreshTokenId, clientAddress);
            }
        });
    }

    /** Ends the session that a list showed under this handle. */
    void revokeSession(String uid, String handle, String clientAddress) {
        transaction.executeWithoutResult(status -> {
            var session = sessions.findAll(uid).stream()
                    .filter(found -> found.handle().equals(handle))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(UNKNOWN));
            endSession(uid, session.tokenId(), clientAddress);
        });
    }

    /** Ends a refresh token that a list showed. */
    void revokeRefreshToken(String uid, String id, String clientAddress) {
        if (!refreshTokens.revoke(id, uid)) {
            throw new Refusal(UNKNOWN);
        }
        audit.note(AuditLog.Happening.DEVICE_REVOKED, uid, clientAddress);
    }

    private void endSession(String uid, String sessionId, String clientAddress) {
        if (!sessions.delete(sessionId, uid)) {
            throw new Refusal(UNKNOWN);
        }
        audit.note(AuditLog.Happening.DEVICE_REVOKED, uid, clientAddress);
    }
}
