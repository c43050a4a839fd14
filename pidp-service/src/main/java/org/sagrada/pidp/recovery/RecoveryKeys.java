package org.sagrada.pidp.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import org.sagrada.model.crypto.Sha256;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** Keeps kB under keys on paper. Call it within a transaction. */
@Component
final class RecoveryKeys {

    private static final PidpError NOT_FOUND = PidpError.of(400, 158, "Recovery key not found.");
    private static final PidpError NOT_VALID = PidpError.of(400, 159, "Recovery key is not valid.");
    private static final PidpError EXISTS = PidpError.of(400, 161, "Recovery key already exists.");

    private final RecoveryKeyTable keys;
    private final Clock clock;

    RecoveryKeys(RecoveryKeyTable keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps one; errno 161 when there is one already that is not to be replaced. */
    void keep(String uid, String id, String data, boolean enabled, boolean replace) {
        var existing = keys.find(uid).filter(StoredRecoveryKey::isEnabled);
        if (existing.isPresent() && !replace) {
            throw new Refusal(EXISTS);
        }
        keys.delete(uid);
        keys.add(new StoredRecoveryKey(uid, hash(id), data, enabled), clock.instant());
    }

    /** The data of the key with this name; errno 158 without any, 159 with another. */
    StoredRecoveryKey require(String uid, String id) {
        var key = keys.find(uid).orElseThrow(() -> new Refusal(NOT_FOUND));
        if (!key.keyId().equals(hash(id))) {
            throw new Refusal(NOT_VALID);
        }
        return key;
    }

    /** Confirms that the user can read the key with this name; errno 158 without any, 159 with another. */
    void enable(String uid, String id) {
        keys.enable(require(uid, id).uid());
    }

    boolean exists(String uid) {
        return keys.find(uid).map(StoredRecoveryKey::isEnabled).orElse(false);
    }

    /** Removes it; false when there was none. */
    boolean remove(String uid) {
        return keys.delete(uid);
    }

    private static Key32 hash(String id) {
        return Key32.of(Sha256.hash(id.getBytes(UTF_8)));
    }
}
