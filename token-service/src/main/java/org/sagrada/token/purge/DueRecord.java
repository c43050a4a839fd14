package org.sagrada.token.purge;

import org.sagrada.token.user.UserState;

/**
 * A record whose data is to be deleted now.
 *
 * @param accountUid the local part of the user's e-mail
 * @param attempts how often it was tried, this time included
 */
record DueRecord(long uid, String accountUid, UserState state, String nodeUrl, int attempts) {

    @Override
    public String toString() {
        return "DueRecord[uid=" + uid + ", node=" + nodeUrl + ", attempts=" + attempts + "]";
    }
}
