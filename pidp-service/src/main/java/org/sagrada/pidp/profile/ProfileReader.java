package org.sagrada.pidp.profile;

import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.oauth.client.Scope;
import org.sagrada.pidp.oauth.client.ScopeSet;

/**
 * Who asks for a profile: the account's user with a session, or a client with an access token.
 *
 * @param scope what the asking one may see and change
 */
record ProfileReader(Account account, ScopeSet scope) {

    static final Scope WRITE = new Scope("profile:write");

    /** Whether a part of the profile is to be seen. */
    boolean maySee(String part) {
        return scope.covers(new Scope("profile:" + part));
    }

    /** Ends the request with 403 unless the scope is there. */
    ProfileReader require(String wanted) {
        if (!scope.covers(new Scope(wanted))) {
            throw new Refusal(PidpError.of(403, 163, "The token does not have the scope " + wanted));
        }
        return this;
    }
}
