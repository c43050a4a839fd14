package org.sagrada.token.purge;

import org.jspecify.annotations.Nullable;
import org.sagrada.token.user.UserState;

/**
 * A record whose data is to be deleted now.
 *
 * @param accountUid the local part of the user's e-mail
 * @param attempts how often it was tried, this time included
 * @param traceparent of the event that wants it, if that was traced
 */
record DueRecord(
        long uid,
        String accountUid,
        UserState state,
        String nodeUrl,
        int attempts,
        @Nullable String traceparent) {

    @Override
    public String toString() {
        return "DueRecord[uid=" + uid + ", node=" + nodeUrl + ", attempts=" + attempts + "]";
    }
}
