package org.sagrada.pidp.key;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Key-fetch tokens by their ids. */
interface KeyFetchTokenRepository extends Repository<KeyFetchToken, String> {

    Optional<KeyFetchToken> findById(String tokenId);

    KeyFetchToken save(KeyFetchToken token);

    /** Of several that use a token at once, one is told 1. */
    @Modifying
    @Query("delete from KeyFetchToken t where t.tokenId = :tokenId")
    int delete(String tokenId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from KeyFetchToken t where t.uid = :uid")
    int deleteAll(String uid);
}
