package org.sagrada.pidp.signin;

import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.event.AccountEvents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes accounts with all that belongs to them, and tells the services that rely on us. */
@Component
public class AccountDeletion {

    private final AccountTable accounts;
    private final AccountEvents events;

    AccountDeletion(AccountTable accounts, AccountEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    /** Deletes one; false when there is none. */
    @Transactional
    public boolean delete(String uid) {
        if (!accounts.delete(uid)) {
            return false;
        }
        events.deleted(uid);
        return true;
    }
}
