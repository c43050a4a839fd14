package org.sagrada.client.store;

import java.util.ArrayList;
import java.util.List;

/** Keeps the accounts that the device is logged in to. {@link FileCredentialStore} is one; a phone has a better place. */
public interface CredentialStore {

    /** The accounts, the one used last first. */
    List<SavedAccount> load();

    /** Replaces them all. */
    void save(List<SavedAccount> accounts);

    /** Adds an account, or replaces what was kept of it, and makes it the first. */
    default void put(SavedAccount account) {
        List<SavedAccount> accounts = new ArrayList<>(load());
        accounts.removeIf(account::isSameAs);
        accounts.add(0, account);
        save(accounts);
    }

    /** Forgets an account. */
    default void remove(SavedAccount account) {
        List<SavedAccount> accounts = new ArrayList<>(load());
        accounts.removeIf(account::isSameAs);
        save(accounts);
    }
}
