package org.sagrada.pidp.oauth.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Refresh tokens by their ids. */
interface RefreshTokenRepository extends Repository<RefreshToken, String> {

    @Query("""
            select new org.sagrada.pidp.oauth.token.Permission(r, a)
            from RefreshToken r join Account a on a.uid = r.uid
            where r.id = :id and a.disabledAt is null
            """)
    Optional<Permission> findPermission(String id);

    @Query("select r from RefreshToken r where r.uid = :uid order by r.lastUsedAt desc, r.id")
    List<RefreshToken> findAll(String uid);

    RefreshToken save(RefreshToken token);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Transactional
    @Query("delete from RefreshToken r where r.id = :id and r.uid = :uid")
    int delete(String id, String uid);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from RefreshToken r where r.uid = :uid")
    int deleteAll(String uid);

    @Modifying
    @Transactional
    @Query("update RefreshToken r set r.lastUsedAt = :now where r.id = :id and r.lastUsedAt < :unlessSince")
    int touch(String id, Instant now, Instant unlessSince);
}
