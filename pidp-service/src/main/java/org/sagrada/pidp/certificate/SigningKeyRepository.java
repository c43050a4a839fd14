package org.sagrada.pidp.certificate;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The PIdP's own keys. */
interface SigningKeyRepository extends Repository<StoredSigningKey, String> {

    /** All that verifiers are to know, the one that signs last first. */
    @Query(
            "select k from StoredSigningKey k where k.listedUntil is null or k.listedUntil > :now order by k.signsFrom desc")
    List<StoredSigningKey> findListed(Instant now);

    StoredSigningKey save(StoredSigningKey key);

    /** Lets one process at a time make keys; until the transaction ends. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtext('sagrada.pidp.signing_key'))", nativeQuery = true)
    int lock();

    @Modifying
    @Query("delete from StoredSigningKey k where k.listedUntil < :time")
    int deleteListedUntil(Instant time);
}
