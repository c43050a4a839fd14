package org.sagrada.pidp.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions by the ids of their tokens. */
public interface SessionRepository extends Repository<Session, String> {

    /**
     * The session with its account and that account's first address. Each signed request asks for it, so it goes to the database once,
     * without a transaction of its own to end.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Query("""
            select new org.sagrada.pidp.session.SignedIn(s, a, e)
            from Session s join Account a on a.uid = s.uid join Email e on e.uid = s.uid and e.primary
            where s.tokenId = :tokenId and a.disabledAt is null
            """)
    Optional<SignedIn> findSignedIn(String tokenId);

    /** The session as it is. */
    Optional<Session> findById(String tokenId);

    /** All of an account's, the last used first. */
    @Query("select s from Session s where s.uid = :uid order by s.lastUsedAt desc, s.tokenId")
    List<Session> findAll(String uid);

    /** Stores a new one or a changed one. */
    Session save(Session session);

    /** Ends one session of an account; answers how many there were. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Session s where s.tokenId = :tokenId and s.uid = :uid")
    int delete(String tokenId, String uid);

    /** Ends all sessions of an account. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Session s where s.uid = :uid")
    int deleteAll(String uid);

    /** Notes that a session signed a request, unless that was noted since the time given. */
    @Modifying
    @Transactional
    @Query("update Session s set s.lastUsedAt = :now where s.tokenId = :tokenId and s.lastUsedAt < :unlessSince")
    int touch(String tokenId, Instant now, Instant unlessSince);
}
