package org.sagrada.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.vault.Vault;
import org.sagrada.client.vault.VaultCollection.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes all records to a file, in clear or as the server has them: one line of JSON for each.")
final class ExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption account = new AccountOption();

    @Parameters(paramLabel = "FILE", description = "A new file; only its owner may read it.")
    private Path file = Path.of("");

    @Option(names = "--sealed", description = "Leave the payloads as the server has them, keys included.")
    private boolean sealed;

    private int written;
    private int unopened;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try {
            OwnersFile.create(file);
        } catch (FileAlreadyExistsException exists) {
            throw new RefusedException(file + " exists already");
        }
        try (Writer writer = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.APPEND);
                PrintWriter out = new PrintWriter(writer)) {
            export(out);
            if (out.checkError()) {
                throw new UncheckedIOException(new IOException("can't write to " + file));
            }
        }
        surroundings.out().println(written + " records written to " + file);
        if (unopened > 0) {
            surroundings
                    .err()
                    .println(unopened
                            + " of them can't be opened with this account's keys; they are written as they are");
        }
        return 0;
    }

    private void export(PrintWriter out) {
        if (sealed) {
            StorageClient storage = account.account(surroundings).storage();
            for (String name : List.copyOf(storage.collections().versions().keySet())) {
                storage.collection(name)
                        .readEach(BsoQuery.all(), bso -> write(out, name, bso, "payload", bso.payload()));
            }
        } else {
            Vault vault = account.vault(surroundings);
            for (String name : vault.collections()) {
                vault.collection(name).readEach(BsoQuery.all(), opened -> write(out, name, opened));
            }
        }
    }

    private void write(PrintWriter out, String collection, Opened opened) {
        Json cleartext = opened.cleartext();
        if (cleartext == null) {
            unopened++;
            write(out, collection, opened.bso(), "payload", opened.bso().payload());
        } else {
            write(out, collection, opened.bso(), "record", cleartext.asMap());
        }
    }

    private void write(PrintWriter out, String collection, Bso bso, String kind, Object content) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("collection", collection);
        line.put("id", bso.id());
        Integer sortindex = bso.sortindex();
        if (sortindex != null) {
            line.put("sortindex", sortindex);
        }
        line.put(kind, content);
        out.println(Json.format(line));
        written++;
    }
}
