package org.sagrada.client.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.client.storage.RecordCollection;
import org.sagrada.client.vault.VaultCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada rm}. */
@Command(
        name = "rm",
        mixinStandardHelpOptions = true,
        description = "Deletes records, leaving tombstones so that other devices delete theirs.")
final class RemoveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Parameters(index = "0", paramLabel = "COLLECTION")
    private String collection = "";

    @Parameters(index = "1..*", paramLabel = "ID")
    private List<String> ids = List.of();

    @Option(
            names = "--purge",
            description = "Leave no tombstones: other devices keep theirs. The ids are the server's.")
    private boolean purge;

    @Option(names = "--all", description = "With --purge: the whole collection.")
    private boolean all;

    RemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (all == !ids.isEmpty() || (all && !purge)) {
            throw new RefusedException("name the records to delete, or use --purge --all");
        }
        if (purge) {
            RecordCollection records = account.storage(surroundings).collection(collection);
            boolean found = all ? records.deleteAll() : records.delete(ids);
            if (!found) {
                throw new RefusedException("there is no collection " + collection);
            }
        } else {
            VaultCollection records = account.vault(surroundings).collection(collection);
            ids.forEach(records::delete);
        }
        return 0;
    }
}
