package org.sagrada.pidp.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The devices of accounts. */
interface DeviceRepository extends Repository<Device, String> {

    @Query("select d from Device d where d.uid = :uid and d.id = :id")
    Optional<Device> find(String uid, String id);

    /** The caller's own. */
    default Optional<Device> findOwn(Caller caller) {
        return switch (caller) {
            case Caller.WithSession withSession -> findBySessionId(withSession.sessionId());
            case Caller.WithRefreshToken withToken -> findByRefreshTokenId(withToken.refreshTokenId());
        };
    }

    Optional<Device> findBySessionId(String sessionId);

    Optional<Device> findByRefreshTokenId(String refreshTokenId);

    /** All devices of an account, the last used first. */
    @Query("""
            select new org.sagrada.pidp.device.DeviceRepository$Used(d, coalesce(s.lastUsedAt, r.lastUsedAt))
            from Device d
            left join Session s on s.tokenId = d.sessionId
            left join RefreshToken r on r.id = d.refreshTokenId
            where d.uid = :uid order by coalesce(s.lastUsedAt, r.lastUsedAt) desc, d.id
            """)
    List<Used> findAll(String uid);

    Device save(Device device);

    /** A device, and when it last made a request. */
    record Used(Device device, Instant lastUsedAt) {}
}
