package org.sagrada.token.user;

import org.jspecify.annotations.Nullable;
import org.sagrada.token.node.Node;

/**
 * One record of a user's history.
 *
 * @param uid on the node; never used again
 * @param createdAt in ms since 1970
 * @param replacedAt in ms since 1970; null while the record is live
 * @param node null when it is gone
 */
public record UserRecord(
        long uid,
        UserState state,
        long createdAt,
        @Nullable Long replacedAt,
        @Nullable Node node) {

    /** The generation of users who are gone: no later one can come. */
    public static final long RETIRED = Long.MAX_VALUE;

    /** Whether this is the record to use. */
    public boolean isLive() {
        return replacedAt == null;
    }

    /** Whether this only keeps the times of a user who was never seen, for events that came before their first request. */
    public boolean isMemory() {
        return node == null && replacedAt != null && replacedAt == createdAt;
    }

    /** Whether the user is gone for good. */
    public boolean isRetired() {
        return state.generation() == RETIRED;
    }
}
