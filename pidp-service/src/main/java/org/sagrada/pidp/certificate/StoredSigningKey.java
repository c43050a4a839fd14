package org.sagrada.pidp.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the PIdP's own keys as the database keeps it. */
@Entity
@Table(name = "signing_key")
class StoredSigningKey {

    @Id
    private String kid;

    @Column(name = "secret_key")
    private String secretKey;

    private Instant createdAt;
    private Instant signsFrom;
    private @Nullable Instant listedUntil;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StoredSigningKey() {}

    StoredSigningKey(String kid, String secretKey, Instant createdAt, Instant signsFrom) {
        this.kid = kid;
        this.secretKey = secretKey;
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    String kid() {
        return kid;
    }

    String secretKey() {
        return secretKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    @Nullable
    Instant listedUntil() {
        return listedUntil;
    }

    void listUntil(Instant time) {
        if (listedUntil == null) {
            listedUntil = time;
        }
    }
}
