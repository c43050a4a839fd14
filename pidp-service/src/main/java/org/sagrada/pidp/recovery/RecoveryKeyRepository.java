package org.sagrada.pidp.recovery;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recovery keys of accounts, one each. */
interface RecoveryKeyRepository extends Repository<StoredRecoveryKey, String> {

    Optional<StoredRecoveryKey> findById(String uid);

    StoredRecoveryKey save(StoredRecoveryKey key);

    @Modifying(flushAutomatically = true)
    @Query("delete from StoredRecoveryKey k where k.uid = :uid")
    int delete(String uid);
}
