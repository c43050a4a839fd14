package org.sagrada.pidp.email;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The addresses of all accounts. */
public interface EmailRepository extends Repository<Email, UUID> {

    /** The address's owner: the account whose first address it is, or which has verified it. */
    @Query("select e from Email e where e.normalized = :normalized and (e.primary or e.verifiedAt is not null)")
    Optional<Email> findOwner(String normalized);

    /** An account's first address. */
    @Query("select e from Email e where e.uid = :uid and e.primary")
    Optional<Email> findPrimary(String uid);

    /** Whether an account's first address is verified now, whatever this transaction read before. */
    @Query("select count(e) > 0 from Email e where e.uid = :uid and e.primary and e.verifiedAt is not null")
    boolean isPrimaryVerified(String uid);

    /** All addresses of an account, the first one first. */
    @Query("select e from Email e where e.uid = :uid order by e.primary desc, e.createdAt")
    List<Email> findAll(String uid);

    /** One address of an account. */
    Optional<Email> findByUidAndNormalized(String uid, String normalized);

    /** Stores a new one or a changed one. */
    Email save(Email email);

    /** Takes an address from its account. */
    void delete(Email email);

    /** Takes away claims to an address that nobody proved. */
    @Modifying(flushAutomatically = true)
    @Query("delete from Email e where e.normalized = :normalized and not e.primary and e.verifiedAt is null")
    int deleteUnprovenClaims(String normalized);

    /** Leaves an account without a first address, until {@link #promote} gives it another in the same transaction. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Email e set e.primary = false where e.uid = :uid and e.primary")
    int demotePrimary(String uid);

    /** Makes one of an account's addresses its first one. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Email e set e.primary = true where e.uid = :uid and e.normalized = :normalized")
    int promote(String uid, String normalized);
}
