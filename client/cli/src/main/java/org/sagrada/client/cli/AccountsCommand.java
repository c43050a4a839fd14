package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada accounts}. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "Lists the accounts that this device is logged in to, the present one first.")
final class AccountsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private Table table = new Table();

    AccountsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (SavedAccount account : surroundings.accounts().load()) {
            table.row(
                    "email", account.credentials().email(),
                    "uid", account.credentials().uid(),
                    "server", account.servers().pidp().toString());
        }
        table.print(
                surroundings, "This device isn't logged in to any account; use 'sagrada login' or 'sagrada signup'.");
        return 0;
    }
}
