package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import org.sagrada.client.AccountState;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.StorageClient.Quota;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.client.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells whether the session is good, and how much the server holds.")
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption option = new DataOption();

    @Mixin
    private Table table = new Table();

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SavedAccount saved = option.saved(surroundings);
        Account account = option.account(surroundings);
        AccountState state = account.state();
        if (state != AccountState.READY) {
            throw new NotLoggedInException(account.email() + ": " + words(state));
        }
        CollectionVersions versions = option.storage(surroundings).collections();
        Quota quota = option.storage(surroundings).quota();
        table.row(
                "email", account.email(),
                "server", saved.servers().pidp().toString(),
                "session", "good",
                "version", versions.storeVersion(),
                "collections", versions.versions().size(),
                "format",
                        Vault.meta(option.storage(surroundings))
                                .map(meta -> String.valueOf(meta.format().number()))
                                .orElse("none yet"),
                "bytes", quota.usage(),
                "limit", quota.quota() == null ? "none" : quota.quota());
        table.print(surroundings.out());
        return 0;
    }

    static String words(AccountState state) {
        return switch (state) {
            case READY -> "ready";
            case UNVERIFIED -> "the address or this sign-in has to be confirmed first; a mail says how";
            case NEEDS_PASSWORD -> "the session is over; use 'sagrada login'";
            case RESET_ELSEWHERE -> "the account was reset and has other keys now; use 'sagrada login'";
            case GONE -> "there is no such account any more";
        };
    }
}
