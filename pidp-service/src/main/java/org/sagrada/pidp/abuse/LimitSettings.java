package org.sagrada.pidp.abuse;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what may happen within a window. Each limit counts for a client's address, so that nobody uses up another's.
 *
 * @param window how long is counted; refused clients are told when it ends
 * @param wrongPasswords for an account from one address
 * @param wrongCodes for an account from one address
 * @param mails to one address of mail, asked for from one address
 * @param accounts made from one address
 * @param mailboxChannels opened by one address in ten minutes
 * @param mailboxMistakes made by one address in an hour
 * @param calls of the API from one address, counted by each process for itself
 */
public record LimitSettings(
        @DefaultValue("15m") Duration window,
        @DefaultValue("30") int wrongPasswords,
        @DefaultValue("30") int wrongCodes,
        @DefaultValue("5") int mails,
        @DefaultValue("1000") int accounts,
        @DefaultValue("5000") int calls,
        @DefaultValue("60") int mailboxChannels,
        @DefaultValue("60") int mailboxMistakes) {

    /** Refuses limits under which nothing would work. */
    public LimitSettings {
        if (window.toSeconds() < 1 || Math.min(Math.min(wrongPasswords, wrongCodes), mails) < 1 || calls < 1) {
            throw new IllegalArgumentException("sagrada.pidp.limits must allow at least one of each in at least 1s");
        }
        if (accounts < 0) {
            throw new IllegalArgumentException("sagrada.pidp.limits.accounts must not be negative");
        }
    }
}
