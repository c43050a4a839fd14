package org.sagrada.pidp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sagrada.testkit.PostgresForTests;
import org.sagrada.testkit.api.ApiContract;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test against the started service with a cheap scrypt, no mail and a clock that the test moves. All share one context. */
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
            "sagrada.pidp.event-receivers=",
            "sagrada.pidp.limits.calls=1000000"
        })
@Import({PostgresForTests.class, ApiContract.class, PidpTestConfiguration.class})
public @interface PidpIT {}
