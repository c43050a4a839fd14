package org.sagrada.pidp.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** kB under a key on paper. Of the key's name only a hash is kept, so that the table alone opens no way to the data. */
@Entity
@Table(name = "recovery_key")
class StoredRecoveryKey {

    @Id
    private String uid;

    private byte[] keyId;

    @Column(name = "data")
    private String data;

    private boolean enabled;

    /** For the operator who reads the table. */
    @SuppressWarnings("UnusedVariable")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StoredRecoveryKey() {}

    StoredRecoveryKey(String uid, byte[] keyId, String data, boolean enabled, Instant now) {
        this.uid = uid;
        this.keyId = keyId;
        this.data = data;
        this.enabled = enabled;
        this.createdAt = now;
    }

    byte[] keyId() {
        return keyId;
    }

    String data() {
        return data;
    }

    boolean isEnabled() {
        return enabled;
    }

    void enable() {
        enabled = true;
    }
}
