package org.sagrada.client.cli;

import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.client.vault.Vault;
import picocli.CommandLine.Option;

/** Which of the accounts that the device is logged in to a command is for. */
final class AccountOption {

    @Option(
            names = {"-a", "--account"},
            paramLabel = "EMAIL",
            description = "Which account, if there are several (default: the one logged in to last).")
    private @Nullable String email;

    SavedAccount saved(Surroundings surroundings) {
        return surroundings.accounts().load().stream()
                .filter(account ->
                        email == null || account.credentials().email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "not logged in" + (email == null ? "" : " as " + email) + "; use 'sagrada login'"));
    }

    Account account(Surroundings surroundings) {
        SavedAccount saved = saved(surroundings);
        return surroundings.client(saved.servers()).resume(saved.credentials());
    }

    /** The account's records in clear. */
    Vault vault(Surroundings surroundings) {
        Account account = account(surroundings);
        return Vault.open(account.storage(), account.vaultKeys(), surroundings.random())
                .orElseThrow(
                        () -> new RefusedException("there are no keys on the server yet: nothing was ever sealed"));
    }
}
