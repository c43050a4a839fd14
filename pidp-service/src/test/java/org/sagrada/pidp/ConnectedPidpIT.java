package org.sagrada.pidp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.api.ApiContract;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against a service that sends mail, pushes events, takes new users of one domain and has a management API. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PidpServiceApplication.class,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sagrada.pidp.public-url=" + PidpClient.PUBLIC_URL,
            "sagrada.pidp.scrypt.cost=16",
            "sagrada.pidp.limits.calls=1000000",
            "sagrada.pidp.sign-up.mode=domains",
            "sagrada.pidp.sign-up.domains=example.org",
            "sagrada.pidp.admin.token=" + ConnectedPidpIT.ADMIN_TOKEN
        })
@ContextConfiguration(initializers = Connections.class)
@Import({PostgresForTests.class, ApiContract.class, PidpTestConfiguration.class})
public @interface ConnectedPidpIT {

    String ADMIN_TOKEN = "an operator's token of this test";
}
