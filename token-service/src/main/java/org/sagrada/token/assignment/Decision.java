package org.sagrada.token.assignment;

import org.sagrada.token.node.Node;
import org.sagrada.token.user.UserRecord;
import org.sagrada.token.user.UserState;

/** What a request comes to, given what is known of its user. */
public sealed interface Decision {

    /** The user was never seen here, whatever events told: make a first record. */
    record FirstRecord(UserState state) implements Decision {}

    /** The record serves as it is. */
    record Unchanged(Assignment present) implements Decision {}

    /** The record serves, once it has these times. */
    record Raise(Assignment raised) implements Decision {}

    /** The keys are new: a new record on the same node takes the place of the present one. */
    record NewKeys(UserState state, UserRecord present, Node node) implements Decision {}

    /** The record was replaced or its node is gone: a new one on the best node. */
    record Reassign(UserState state, UserRecord present) implements Decision {}

    /** The request is older than what is known, or contradicts itself. */
    record Refuse(StateRule rule, UserState known) implements Decision {}
}
