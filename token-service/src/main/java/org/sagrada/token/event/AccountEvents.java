package org.sagrada.token.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sagrada.model.event.AccountEvent;
import org.sagrada.token.node.NodeTable;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;
import org.sagrada.token.user.UserTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies events. All of them may come again, or late: none undoes what was known since. A time is stored as one less
 * than it is, for the keys that belong to it aren't known yet and have to count as new when they come.
 */
@Component
class AccountEvents {

    private final UserTable users;
    private final NodeTable nodes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountEvents(UserTable users, NodeTable nodes, TransactionTemplate transaction, Clock clock) {
        this.users = users;
        this.nodes = nodes;
        this.transaction = transaction;
        this.clock = clock;
    }

    void apply(EventMessage message) {
        transaction.executeWithoutResult(status -> {
            users.lock(message.email());
            for (Map.Entry<AccountEvent, Long> event : message.changeTimes().entrySet()) {
                apply(message.email(), event.getKey(), event.getValue());
            }
        });
    }

    private void apply(String email, AccountEvent event, long changedAt) {
        switch (event) {
            case DELETE_USER -> {
                Optional<UserRecord> live = users.history(email).live();
                users.retire(email, clock.millis());
                live.ifPresent(this::leaveNode);
            }
            case ACCOUNT_RESET -> reset(email, changedAt);
            case PASSWORD_CHANGE -> raise(email, changedAt - 1, 0);
            case KEYS_CHANGED -> raise(email, 0, changedAt - 1);
        }
    }

    private void reset(String email, long changedAt) {
        Optional<UserRecord> live = users.history(email).live();
        users.reset(email, changedAt, clock.millis());
        live.filter(record -> record.state().generation() < changedAt).ifPresent(this::leaveNode);
        raise(email, changedAt - 1, changedAt - 1);
    }

    /** Of the record that counts, live or not; one that only remembers these times is made for a user never seen. */
    private void raise(String email, long generation, long keysChangedAt) {
        if (generation < 0 || keysChangedAt < 0) {
            return;
        }
        UserState state = new UserState(generation, keysChangedAt, "");
        users.history(email)
                .current()
                .ifPresentOrElse(
                        record -> users.raise(record.uid(), state), () -> users.remember(email, state, clock.millis()));
    }

    private void leaveNode(UserRecord record) {
        if (record.node() != null) {
            nodes.giveBack(record.node().id());
        }
    }
}
