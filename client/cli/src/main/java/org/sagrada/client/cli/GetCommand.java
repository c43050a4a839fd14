package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.Bso;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada get}. */
@Command(name = "get", mixinStandardHelpOptions = true, description = "Prints a record in clear.")
final class GetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Parameters(index = "0", paramLabel = "COLLECTION")
    private String collection = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String id = "";

    @Option(names = "--sealed", description = "Print the payload as the server has it; the id too is the server's.")
    private boolean sealed;

    GetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().println(sealed ? payload() : cleartext());
        return 0;
    }

    private String payload() {
        return account.storage(surroundings)
                .collection(collection)
                .get(id)
                .map(Bso::payload)
                .orElseThrow(this::absent);
    }

    private String cleartext() {
        try {
            Json record =
                    account.vault(surroundings).collection(collection).get(id).orElseThrow(this::absent);
            return Json.format(record.asMap());
        } catch (BadRecordException broken) {
            throw new RefusedException(collection + "/" + id + " can't be opened with this account's keys");
        }
    }

    private RefusedException absent() {
        return new RefusedException("there is no " + collection + "/" + id);
    }
}
