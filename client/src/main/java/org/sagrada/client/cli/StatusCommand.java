package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.Account;
import org.sagrada.client.storage.CollectionVersions;
import org.sagrada.client.storage.StorageClient.Quota;
import org.sagrada.client.store.SavedAccount;
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
    private AccountOption option = new AccountOption();

    @Mixin
    private Table table = new Table();

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SavedAccount saved = option.saved(surroundings);
        Account account = surroundings.client(saved.servers()).resume(saved.credentials());
        boolean verified = account.isVerified();
        CollectionVersions versions = account.storage().collections();
        Quota quota = account.storage().quota();
        table.row(
                "email", account.email(),
                "server", saved.servers().pidp().toString(),
                "session", verified ? "verified" : "unverified",
                "version", versions.storeVersion(),
                "collections", versions.versions().size(),
                "bytes", quota.usage());
        table.print(surroundings.out());
        return 0;
    }
}
