package org.sagrada.pidp.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** Keeps kB under keys on paper. Call it within a transaction. */
@Component
final class RecoveryKeys {

    private static final PidpError NOT_FOUND = PidpError.of(400, 158, "Recovery key not found.");
    private static final PidpError NOT_VALID = PidpError.of(400, 159, "Recovery key is not valid.");
    private static final PidpError EXISTS = PidpError.of(400, 161, "Recovery key already exists.");

    private final RecoveryKeyRepository keys;
    private final Clock clock;

    RecoveryKeys(RecoveryKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps one; errno 161 when there is one already that is not to be replaced. */
    void keep(String uid, String id, String data, boolean enabled, boolean replace) {
        var existing = keys.findById(uid).filter(StoredRecoveryKey::isEnabled);
        if (existing.isPresent() && !replace) {
            throw new Refusal(EXISTS);
        }
        keys.delete(uid);
        keys.save(new StoredRecoveryKey(uid, hash(id), data, enabled, clock.instant()));
    }

    /** The data of the key with this name; errno 158 without any, 159 with another. */
    StoredRecoveryKey require(String uid, String id) {
        var key = keys.findById(uid).orElseThrow(() -> new Refusal(NOT_FOUND));
        if (!ConstantTime.equal(key.keyId(), hash(id))) {
            throw new Refusal(NOT_VALID);
        }
        return key;
    }

    boolean exists(String uid) {
        return keys.findById(uid).map(StoredRecoveryKey::isEnabled).orElse(false);
    }

    /** Removes it; false when there was none. */
    boolean remove(String uid) {
        return keys.delete(uid) > 0;
    }

    private static byte[] hash(String id) {
        return Sha256.hash(id.getBytes(UTF_8));
    }
}
