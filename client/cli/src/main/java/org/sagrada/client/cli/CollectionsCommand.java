package org.sagrada.client.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sagrada.client.storage.StorageClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada collections}. */
@Command(name = "collections", mixinStandardHelpOptions = true, description = "Lists the collections on the server.")
final class CollectionsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Mixin
    private Table table = new Table();

    CollectionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        StorageClient storage = account.storage(surroundings);
        Map<String, Long> counts = storage.collectionCounts();
        new TreeMap<>(storage.collections().versions())
                .forEach((name, version) ->
                        table.row("collection", name, "records", counts.getOrDefault(name, 0L), "version", version));
        table.print(surroundings, "There is nothing on the server yet.");
        return 0;
    }
}
