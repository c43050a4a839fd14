package org.sagrada.pidp.recovery;

import java.time.Instant;
import java.util.Optional;
import org.sagrada.model.onepw.TokenKind;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The tokens for another password. */
interface PasswordTokenRepository extends Repository<PasswordToken, String> {

    @Query("select t from PasswordToken t where t.tokenId = :tokenId and t.kind = :kind and t.expiresAt > :now")
    Optional<PasswordToken> findValid(String tokenId, TokenKind kind, Instant now);

    PasswordToken save(PasswordToken token);

    /** Of several that use a token at once, one is told 1. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PasswordToken t where t.tokenId = :tokenId")
    int delete(String tokenId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PasswordToken t where t.uid = :uid and t.kind = :kind")
    int deleteAll(String uid, TokenKind kind);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PasswordToken t where t.uid = :uid")
    int deleteAll(String uid);

    /** Counts one try; answers 0 when there was none left. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update PasswordToken t set t.tries = t.tries - 1 where t.tokenId = :tokenId and t.tries > 0")
    int countTry(String tokenId);
}
