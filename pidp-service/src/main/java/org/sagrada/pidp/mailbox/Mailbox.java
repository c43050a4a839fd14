package org.sagrada.pidp.mailbox;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets two clients, and no third, read and write a channel. Whoever makes mistakes or opens too many is kept out a while. */
@Component
final class Mailbox {

    static final PidpError WRONG_ID = PidpError.of(400, 107, "X-KeyExchange-Id is missing, malformed or a stranger's");
    private static final PidpError NO_CHANNEL = PidpError.of(404, 303, "There is no such channel");
    private static final PidpError BLOCKED = PidpError.of(403, 304, "This address may not use the mailbox for a while");
    private static final PidpError FULL = PidpError.of(503, 201, "No channel is free");
    private static final int ID_LENGTH = 256;

    private final Channels channels;
    private final Limits limits;
    private final TransactionOperations transaction;

    Mailbox(Channels channels, Limits limits, TransactionOperations transaction) {
        this.channels = channels;
        this.limits = limits;
        this.transaction = transaction;
    }

    String open(@Nullable String clientId, String clientAddress) {
        requireWelcome(clientAddress);
        if (isMalformed(clientId)) {
            limits.countMailboxMistake(clientAddress);
            throw new Refusal(WRONG_ID);
        }
        limits.countMailboxChannel(clientAddress);
        return channels.open(String.valueOf(clientId)).orElseThrow(() -> new Refusal(FULL));
    }

    /** Does something with a channel on behalf of one of its two clients. A wrong id ends the channel. */
    <T> T with(String name, @Nullable String clientId, String clientAddress, Function<Channel, T> work) {
        requireWelcome(clientAddress);
        var outcome = transaction.execute(status -> attempt(name, clientId, work));
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Mistake<T> mistake -> {
                limits.countMailboxMistake(clientAddress);
                throw new Refusal(mistake.error());
            }
        };
    }

    void requireWelcome(String clientAddress) {
        if (!limits.mayUseMailbox(clientAddress)) {
            throw new Refusal(BLOCKED);
        }
    }

    private <T> Outcome<T> attempt(String name, @Nullable String clientId, Function<Channel, T> work) {
        var channel = channels.lock(name);
        if (channel.isEmpty()) {
            return new Outcome.Mistake<>(NO_CHANNEL);
        }
        var id = String.valueOf(clientId);
        if (isMalformed(clientId) || !channel.get().admits(id)) {
            channels.close(name);
            return new Outcome.Mistake<>(WRONG_ID);
        }
        if (!channel.get().isPartner(id)) {
            channels.join(name, id);
        }
        return new Outcome.Done<>(work.apply(channel.get()));
    }

    private static boolean isMalformed(@Nullable String clientId) {
        return clientId == null
                || clientId.length() != ID_LENGTH
                || !clientId.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** What became of an attempt; a mistake is counted after its transaction, which may have ended the channel. */
    private sealed interface Outcome<T> {
        record Done<T>(T value) implements Outcome<T> {}

        record Mistake<T>(PidpError error) implements Outcome<T> {}
    }
}
