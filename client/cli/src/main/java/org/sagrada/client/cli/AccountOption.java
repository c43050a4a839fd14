package org.sagrada.client.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.store.SavedAccount;
import picocli.CommandLine.Option;

/** Which of the accounts that the device is logged in to a command is for. */
class AccountOption {

    @Option(
            names = {"-a", "--account"},
            paramLabel = "EMAIL",
            description = "Which account, if there are several (default: the one logged in to last).")
    private @Nullable String email;

    private @Nullable Account account;

    @Option(
            names = "--at",
            paramLabel = "URL",
            description = "The server of that account, if the same address has accounts at several.")
    private @Nullable String server;

    SavedAccount saved(Surroundings surroundings) {
        return saved(surroundings, email, server);
    }

    private static SavedAccount saved(Surroundings surroundings, @Nullable String email, @Nullable String server) {
        List<SavedAccount> accounts = surroundings.accounts().load();
        return accounts.stream()
                .filter(account ->
                        email == null || account.credentials().email().equalsIgnoreCase(email))
                .filter(account ->
                        server == null || account.servers().pidp().toString().equals(server.replaceAll("/$", "")))
                .findFirst()
                .orElseThrow(() -> new NotLoggedInException(notAmong(accounts, email, server)));
    }

    private static String notAmong(List<SavedAccount> accounts, @Nullable String email, @Nullable String server) {
        if (accounts.isEmpty() || (email == null && server == null)) {
            return "not logged in; use 'sagrada login'";
        }
        return "not logged in" + (email == null ? "" : " as " + email) + (server == null ? "" : " at " + server)
                + ", only as "
                + String.join(
                        ", ",
                        accounts.stream()
                                .map(other -> other.credentials().email() + " at "
                                        + other.servers().pidp())
                                .toList());
    }

    /** Another account that the device is logged in to. */
    final Account account(Surroundings surroundings, @Nullable String otherEmail, @Nullable String otherServer) {
        SavedAccount saved = saved(surroundings, otherEmail, otherServer);
        return surroundings.client(saved.servers()).resume(saved.credentials());
    }

    /** The account; one command has one, and with it one token. */
    Account account(Surroundings surroundings) {
        Account known = account;
        if (known == null) {
            SavedAccount saved = saved(surroundings);
            known = surroundings.client(saved.servers()).resume(saved.credentials());
            account = known;
        }
        return known;
    }
}
