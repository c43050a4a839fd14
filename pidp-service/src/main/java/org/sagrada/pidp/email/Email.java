package org.sagrada.pidp.email;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.request.EmailAddress;

/** One address of an account, the first or a further one, with the code that proves that its mail arrives. */
@Entity
public class Email {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String uid;
    private String address;
    private String normalized;

    @Column(name = "is_primary")
    private boolean primary;

    private @Nullable Instant verifiedAt;
    private String code;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Email() {}

    /** An address that nobody has verified yet. */
    public Email(String uid, EmailAddress address, boolean primary, String code, Instant now) {
        this.uid = uid;
        this.address = address.text();
        this.normalized = address.normalized();
        this.primary = primary;
        this.code = code;
        this.createdAt = now;
    }

    /** The account it belongs to. */
    public String uid() {
        return uid;
    }

    /** As its owner spells it. */
    public String address() {
        return address;
    }

    /** As it is looked up. */
    public String normalized() {
        return normalized;
    }

    /** Whether it is the account's first address, with which one signs in. */
    public boolean isPrimary() {
        return primary;
    }

    /** Whether a code came back from it, or the operator vouched for it. */
    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** 32 hexadecimal digits that only the address's reader knows. */
    public String code() {
        return code;
    }

    /** When the account claimed it. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Marks it as verified; the first time counts. */
    public void verify(Instant now) {
        if (verifiedAt == null) {
            verifiedAt = now;
        }
    }
}
