package org.sagrada.pidp.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The life of a channel.
 *
 * @param life from its opening on; nothing prolongs it
 * @param fetches after which it is gone
 */
public record MailboxSettings(
        @DefaultValue("5m") Duration life,
        @DefaultValue("6") int fetches) {

    /** Refuses a mailbox through which nothing could pass. */
    public MailboxSettings {
        if (life.toSeconds() < 1 || fetches < 1) {
            throw new IllegalArgumentException("sagrada.pidp.mailbox.life and .fetches must be positive");
        }
    }
}
