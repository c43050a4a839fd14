package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.client.storage.BsoWrite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada put}. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        description = "Seals a record and writes it: the input is its JSON.")
final class PutCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption option = new DataOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(index = "0", paramLabel = "COLLECTION")
    private String collection = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String id = "";

    @Option(names = "--sealed", description = "Write the input as it is; the id too is the server's.")
    private boolean sealed;

    PutCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String input = surroundings.readAll();
        long version = sealed
                ? option.storage(surroundings).collection(collection).put(BsoWrite.of(id, input.stripTrailing()))
                : option.openedVault(surroundings, format.format())
                        .collection(collection)
                        .put(id, object(input).asMap());
        surroundings.out().println(version);
        return 0;
    }

    private static Json object(String input) {
        try {
            return Json.parse(input);
        } catch (UnexpectedAnswerException malformed) {
            throw new RefusedException("the input isn't a JSON object");
        }
    }
}
