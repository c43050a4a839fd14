package org.sagrada.pidp;

import org.sagrada.pidp.mail.MailOutbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** What tests need beside the service. */
@TestConfiguration(proxyBeanMethods = false)
public class PidpTestConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @Lazy
    PidpClient pidpClient(@LocalServerPort int port, MovableClock clock) {
        return new PidpClient(port, clock);
    }

    @Bean
    HeldMail heldMail(MailOutbox outbox) {
        return new HeldMail(outbox);
    }
}
