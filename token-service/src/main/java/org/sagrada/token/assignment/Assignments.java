package org.sagrada.token.assignment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.credential.Identity;
import org.sagrada.token.node.Node;
import org.sagrada.token.node.NodeTable;
import org.sagrada.token.refusal.Refusal;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;
import org.sagrada.token.user.UserTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds or makes the record of whoever asks. The usual request, in which nothing is new, reads once and locks nothing;
 * any other decides again under the user's lock, so that however many come at once, one record is made.
 */
@Component
public class Assignments {

    private final UserTable users;
    private final NodeTable nodes;
    private final NewUsers newUsers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry metrics;

    Assignments(
            UserTable users,
            NodeTable nodes,
            NewUsers newUsers,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry metrics) {
        this.users = users;
        this.nodes = nodes;
        this.newUsers = newUsers;
        this.transaction = transaction;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The assignment of a user; throws the refusal when the request may not have it or no node takes it.
     *
     * @param address where the request came from
     */
    public Assignment assign(Identity identity, String address) {
        UserState asked = new UserState(identity.generation(), identity.keysChangedAt(), identity.clientState());
        return switch (DecisionTable.decide(asked, users.history(identity.email()))) {
            case Decision.Unchanged same -> same.present();
            case Decision.Refuse refuse -> throw refusal(refuse, asked).toException();
            case Decision.FirstRecord first -> {
                newUsers.check(identity, address);
                Assignment assignment = assignUnderLock(identity, asked);
                newUsers.count(identity, address);
                yield assignment;
            }
            default -> assignUnderLock(identity, asked);
        };
    }

    /**
     * Gives a user a new record like the present one on another node, as part of the caller's transaction.
     *
     * @param nodeUrl takes the user whatever its load and state; null: the best node
     */
    public Move move(String email, @Nullable String nodeUrl) {
        users.lock(email);
        Optional<UserRecord> live = users.history(email).live();
        if (live.isEmpty()) {
            return Move.NO_LIVE_RECORD;
        }
        long now = replace(email, live.get());
        Optional<Node> node = nodeUrl == null ? nodes.takeBest() : nodes.take(nodeUrl);
        node.ifPresent(taken -> {
            if (live.get().node() != null) {
                nodes.giveBack(live.get().node().id());
            }
            add(email, live.get().state(), now, taken);
        });
        return node.isPresent() ? Move.MOVED : Move.NO_NODE;
    }

    /** What came of moving a user. */
    public enum Move {
        /** There is a new record on the node. */
        MOVED,
        /** There is nothing to be moved. */
        NO_LIVE_RECORD,
        /** No node takes the user; the caller has to take the transaction back. */
        NO_NODE
    }

    private Assignment assignUnderLock(Identity identity, UserState asked) {
        return transaction.execute(status -> assignLocked(identity.email(), asked));
    }

    private Assignment assignLocked(String email, UserState asked) {
        users.lock(email);
        Decision decision = DecisionTable.decide(asked, users.history(email));
        metrics.counter(
                        "sagrada.token.assignments",
                        "decision",
                        decision.getClass().getSimpleName())
                .increment();
        return switch (decision) {
            case Decision.Unchanged same -> same.present();
            case Decision.Refuse refuse -> throw refusal(refuse, asked).toException();
            case Decision.Raise raise -> {
                users.raise(raise.raised().uid(), raise.raised().state());
                yield raise.raised();
            }
            case Decision.FirstRecord first -> addOnBestNode(email, first.state(), clock.millis());
            case Decision.NewKeys keys -> {
                long now = replace(email, keys.present());
                yield add(email, keys.state(), now, keys.node());
            }
            case Decision.Reassign reassign -> {
                long now = replace(email, reassign.present());
                yield addOnBestNode(email, reassign.state(), now);
            }
        };
    }

    private long replace(String email, UserRecord present) {
        // Records of one user are in the order of their making, whatever the wall clock does.
        long now = Math.max(clock.millis(), present.createdAt() + 1);
        users.replace(email, now);
        return now;
    }

    private Assignment addOnBestNode(String email, UserState state, long now) {
        return add(
                email,
                state,
                now,
                nodes.takeBest().orElseThrow(() -> Refusal.noNode().toException()));
    }

    private Assignment add(String email, UserState state, long now, Node node) {
        return new Assignment(users.add(email, state, now, node.id()), node.url(), state);
    }

    private static Refusal refusal(Decision.Refuse refused, UserState asked) {
        StateRule rule = refused.rule();
        UserState known = refused.known();
        String name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = "generation " + asked.generation() + " after " + known.generation() + ", keys changed at "
                + asked.keysChangedAt() + " after " + known.keysChangedAt();
        return rule.reason().isEmpty()
                ? Refusal.unauthorized(rule.status(), name, detail)
                : Refusal.unauthorized(
                        rule.status(),
                        "header",
                        "X-Client-State",
                        "Unacceptable client-state value " + rule.reason(),
                        name,
                        detail);
    }
}
