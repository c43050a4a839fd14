package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada logout}. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Ends this device's session, and forgets its keys.")
final class LogOutCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption account = new AccountOption();

    LogOutCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SavedAccount saved = account.saved(surroundings);
        try {
            surroundings.client(saved.servers()).resume(saved.credentials()).logOut();
        } catch (AccountException.InvalidToken gone) {
            // The session is over already, which is what is wanted.
        }
        surroundings.accounts().remove(saved);
        surroundings.out().println("Logged out of " + saved.credentials().email() + ".");
        return 0;
    }
}
