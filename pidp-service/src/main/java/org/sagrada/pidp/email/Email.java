package org.sagrada.pidp.email;

import java.time.Instant;
import java.util.Optional;
import org.sagrada.pidp.request.EmailAddress;

/**
 * One address of an account, the first or a further one, with the code that proves that its mail arrives.
 *
 * @param uid the account it belongs to
 * @param address as its owner spells it
 * @param normalized as it is looked up; an account has each one once
 * @param isPrimary whether it is the account's first address, with which one signs in
 * @param verifiedAt when a code came back from it, or the operator vouched for it
 * @param code 32 hexadecimal digits that only the address's reader knows
 * @param createdAt when the account claimed it
 */
public record Email(
        String uid,
        String address,
        String normalized,
        boolean isPrimary,
        Optional<Instant> verifiedAt,
        String code,
        Instant createdAt) {

    /** An address that nobody has verified yet. */
    public static Email claim(String uid, EmailAddress address, boolean isPrimary, String code, Instant now) {
        return new Email(uid, address.text(), address.normalized(), isPrimary, Optional.empty(), code, now);
    }

    /** Whether a code came back from it, or the operator vouched for it. */
    public boolean isVerified() {
        return verifiedAt.isPresent();
    }

    /** The same, verified; the first time counts. */
    public Email verified(Instant now) {
        return isVerified() ? this : new Email(uid, address, normalized, isPrimary, Optional.of(now), code, createdAt);
    }

    @Override
    public String toString() {
        return "Email[uid=" + uid + "]";
    }
}
