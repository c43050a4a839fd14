package org.sagrada.token.assignment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.node.Node;
import org.sagrada.token.user.UserHistory;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;

/**
 * The whole of what generation, keys-changed-at and client state decide. Rules are looked at in this order and the first
 * that is broken refuses; nothing is written for a request that is refused. They keep a device with old keys from
 * wiping the data that another wrote with new ones.
 */
final class DecisionTable {

    private DecisionTable() {}

    static Decision decide(UserState asked, UserHistory history) {
        Optional<UserRecord> current = history.current();
        if (current.isEmpty()) {
            return new Decision.FirstRecord(asked);
        }
        UserRecord record = current.get();
        StateRule broken = brokenRule(asked, record, history);
        if (broken != null) {
            return new Decision.Refuse(broken, record.state());
        }
        UserState merged = merge(asked, record.state());
        if (record.isMemory()) {
            return new Decision.FirstRecord(merged);
        }
        Node node = record.node();
        if (node == null || !(record.isLive() || record.isRetired())) {
            return new Decision.Reassign(merged, record);
        }
        if (!asked.clientState().equals(record.state().clientState())) {
            return new Decision.NewKeys(merged, record, node);
        }
        var assignment = new Assignment(record.uid(), node.url(), merged);
        return merged.equals(record.state()) ? new Decision.Unchanged(assignment) : new Decision.Raise(assignment);
    }

    private static @Nullable StateRule brokenRule(UserState asked, UserRecord record, UserHistory history) {
        UserState known = record.state();
        boolean newKeys = !asked.clientState().equals(known.clientState());
        if (record.isRetired() && (asked.generation() == 0 || record.node() == null)) {
            return StateRule.RETIRED;
        }
        if (asked.keysChangedAt() > known.keysChangedAt()
                && asked.generation() > 0
                && asked.generation() < asked.keysChangedAt()) {
            return StateRule.KEYS_CHANGED_AFTER_GENERATION;
        }
        if (newKeys && asked.clientState().isEmpty()) {
            return StateRule.CLIENT_STATE_EMPTY;
        }
        if (newKeys && history.oldClientStates().contains(asked.clientState())) {
            return StateRule.CLIENT_STATE_STALE;
        }
        if (newKeys && asked.generation() > 0 && asked.generation() <= known.generation()) {
            return StateRule.CLIENT_STATE_WITHOUT_GENERATION;
        }
        if (newKeys && known.keysChangedAt() > 0 && asked.keysChangedAt() <= known.keysChangedAt()) {
            return StateRule.CLIENT_STATE_WITHOUT_KEYS_CHANGED_AT;
        }
        if (asked.generation() > 0 && asked.generation() < known.generation()) {
            return StateRule.GENERATION_FELL;
        }
        if (asked.keysChangedAt() < known.keysChangedAt()) {
            return StateRule.KEYS_CHANGED_AT_FELL;
        }
        return null;
    }

    /** No time falls; where a request doesn't tell its generation, that of its new keys stands in for it. */
    private static UserState merge(UserState asked, UserState known) {
        boolean keysStandIn = asked.generation() == 0 && asked.keysChangedAt() > known.keysChangedAt();
        long generation = keysStandIn ? asked.keysChangedAt() : asked.generation();
        return new UserState(
                Math.max(known.generation(), generation),
                Math.max(known.keysChangedAt(), asked.keysChangedAt()),
                asked.clientState());
    }
}
