package org.sagrada.pidp;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells a service where its mail server and its receiver of events are. */
final class Connections implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "sagrada.pidp.event-receivers[0].url=" + OutsideWorld.hangingReceiverUrl(),
                        "sagrada.pidp.event-receivers[1].url=" + OutsideWorld.receiverUrl(),
                        "sagrada.pidp.event-receivers[1].audience=https://token.example.org",
                        "sagrada.pidp.mail.host=127.0.0.1",
                        "sagrada.pidp.mail.port=" + OutsideWorld.MAIL.getSmtp().getPort(),
                        "sagrada.pidp.mail.encryption=none",
                        "sagrada.pidp.mail.from=accounts@example.org")
                .applyTo(context);
    }
}
