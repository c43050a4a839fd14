package org.sagrada.pidp.signin;

import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.account.AccountRepository;
import org.sagrada.pidp.event.AccountEvents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes accounts with all that belongs to them, and tells the services that rely on us. */
@Component
public class AccountDeletion {

    private final AccountRepository accounts;
    private final AccountEvents events;
    private final AuditLog audit;

    AccountDeletion(AccountRepository accounts, AccountEvents events, AuditLog audit) {
        this.accounts = accounts;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Deletes one; false when there is none.
     *
     * @param clientAddress for the log
     */
    @Transactional
    public boolean delete(String uid, String clientAddress) {
        if (accounts.deleteByUid(uid) == 0) {
            return false;
        }
        events.deleted(uid);
        audit.note(AuditLog.Happening.ACCOUNT_DELETED, uid, clientAddress);
        return true;
    }
}
