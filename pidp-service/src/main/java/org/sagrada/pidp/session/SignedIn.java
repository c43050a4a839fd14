package org.sagrada.pidp.session;

import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;

/**
 * Who made a request, as it was when the request came: for reading. What a handler changes it reads again, under a lock.
 *
 * @param email the account's first address
 */
public record SignedIn(Session session, Account account, Email email) {

    /** The account. */
    public String uid() {
        return account.uid();
    }

    /** Whether both the address and the session are verified. */
    public boolean isVerified() {
        return email.isVerified() && session.isVerified();
    }

    /** Ends the request with errno 104 or 138 unless both are verified. */
    public SignedIn requireVerified() {
        if (!email.isVerified()) {
            throw new Refusal(PidpError.unverifiedAccount());
        }
        if (!session.isVerified()) {
            throw new Refusal(PidpError.unverifiedSession());
        }
        return this;
    }
}
