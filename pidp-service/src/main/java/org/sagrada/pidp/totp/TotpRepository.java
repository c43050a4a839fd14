package org.sagrada.pidp.totp;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The second steps of accounts. */
interface TotpRepository extends Repository<Totp, String> {

    Optional<Totp> findById(String uid);

    /** So that a code that comes twice at once is taken once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Totp t where t.uid = :uid")
    Optional<Totp> lock(String uid);

    Totp save(Totp totp);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Totp t where t.uid = :uid")
    int delete(String uid);
}
