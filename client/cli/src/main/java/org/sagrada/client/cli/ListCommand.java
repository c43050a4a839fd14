package org.sagrada.client.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.storage.BsoQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada ls}. */
@Command(name = "ls", mixinStandardHelpOptions = true, description = "Lists the records of a collection.")
final class ListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Mixin
    private Table table = new Table();

    @Parameters(paramLabel = "COLLECTION")
    private String collection = "";

    @Option(names = "--newer", paramLabel = "VERSION", description = "Only what changed after a version.")
    private @Nullable Long newer;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private @Nullable Integer limit;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        BsoQuery query = newer == null ? BsoQuery.all() : BsoQuery.newerThan(newer);
        account.storage(surroundings)
                .collection(collection)
                .readEach(
                        limit == null ? query : query.limit(limit),
                        bso -> table.row(
                                "id", bso.id(),
                                "version", bso.version(),
                                "changed", Instant.ofEpochMilli(bso.timestamp()).toString(),
                                "characters", bso.payload().length()));
        table.print(surroundings, "There is nothing in " + collection + ", or nothing newer.");
        return 0;
    }
}
