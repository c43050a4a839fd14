package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada password}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {
            "Changes the password: asks for the old one, then for the new one.",
            "What is encrypted stays readable; other devices have to log in again."
        })
final class PasswordCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption option = new AccountOption();

    @Mixin
    private PasswordOption password = new PasswordOption();

    PasswordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SavedAccount saved = option.saved(surroundings);
        String old = password.ask(surroundings, false, "Old password: ");
        String changed = password.ask(surroundings, true, "New password: ");
        Account account = surroundings
                .client(saved.servers())
                .changePassword(saved.credentials().email(), old, changed);
        surroundings.accounts().put(new SavedAccount(saved.servers(), account.credentials()));
        surroundings.out().println("The password of " + account.email() + " is changed.");
        return 0;
    }
}
