package org.sagrada.storage;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.RawHttp;
import org.sagrada.testkit.api.ApiContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The started service on a real PostgreSQL, the same for all tests; each test has a user of its own. */
@SpringBootTest(
        classes = StorageServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        useMainMethod = UseMainMethod.ALWAYS,
        properties = {
            "sagrada.public-url=" + Tokens.NODE,
            "sagrada.master-secrets=the newest secret,an older secret",
            "sagrada.storage.expiry.interval=1h",
            "sagrada.storage.expiry.delay=0s",
            "management.server.port=0",
            "management.prometheus.metrics.export.enabled=true"
        })
@Import({PostgresForTests.class, ApiContract.class, SettableClock.class})
public abstract class StorageIT {

    private static final AtomicLong USERS = new AtomicLong(1000);

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** A user that nobody else is. */
    protected Device device;

    protected RawHttp raw;

    @BeforeEach
    void aUserOfItsOwn() {
        clock.reset();
        device = newDevice();
        raw = new RawHttp(port);
    }

    protected Device newDevice() {
        return new Device(port, USERS.incrementAndGet(), clock);
    }

    protected int port() {
        return port;
    }
}
