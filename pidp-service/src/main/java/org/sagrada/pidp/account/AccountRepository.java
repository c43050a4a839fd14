package org.sagrada.pidp.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts by uid. */
public interface AccountRepository extends Repository<Account, String> {

    /** The account as it is. */
    Optional<Account> findById(String uid);

    /** The account, which nobody else changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.uid = :uid")
    Optional<Account> lock(String uid);

    /** Whether there is one. */
    boolean existsById(String uid);

    /** Stores a new one or a changed one. */
    Account save(Account account);

    /** Deletes it with all that belongs to it; answers how many were there. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Account a where a.uid = :uid")
    int deleteByUid(String uid);
}
