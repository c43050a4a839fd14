package org.sagrada.pidp.device;

import java.util.List;
import java.util.Optional;
import org.sagrada.pidp.session.Session;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The devices of accounts. */
interface DeviceRepository extends Repository<Device, String> {

    @Query("select d from Device d where d.uid = :uid and d.id = :id")
    Optional<Device> find(String uid, String id);

    Optional<Device> findBySessionId(String sessionId);

    /** All devices of an account with their sessions, the last used first. */
    @Query("""
            select new org.sagrada.pidp.device.DeviceRepository$Used(d, s)
            from Device d join Session s on s.tokenId = d.sessionId
            where d.uid = :uid order by s.lastUsedAt desc, d.id
            """)
    List<Used> findAll(String uid);

    Device save(Device device);

    /** A device and its session. */
    record Used(Device device, Session session) {}
}
