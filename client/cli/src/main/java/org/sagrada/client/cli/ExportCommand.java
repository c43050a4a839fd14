package org.sagrada.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.cli.backup.BackupRecord;
import org.sagrada.client.cli.backup.BackupWriter;
import org.sagrada.client.cli.backup.BookmarkPage;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.Bso;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.StorageException;
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
        description = {
            "Writes all records to a new file: one line of JSON for each, in clear. 'sagrada import' restores it.",
            "With --encrypt a passphrase seals the file, as OpenPGP does: 'gpg --decrypt' opens it too."
        })
final class ExportCommand implements Callable<Integer> {

    private static final int ATTEMPTS = 4;
    private static final String BOOKMARKS = "bookmarks";

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Parameters(paramLabel = "FILE", description = "A new file; only its owner may read it.")
    private Path file = Path.of("");

    @Option(names = "--encrypt", description = "Seal the file by a passphrase, which is asked for.")
    private boolean encrypt;

    @Option(
            names = "--passphrase-stdin",
            description = "With --encrypt: read the passphrase from the input, where it is a line of its own.")
    private boolean passphraseFromInput;

    @Option(names = "--sealed", description = "Leave the payloads as the server has them, keys included.")
    private boolean sealed;

    @Option(
            names = "--bookmarks-html",
            description = "Write the bookmarks alone, as a page that every browser imports.")
    private boolean html;

    @Option(
            names = {"-c", "--collection"},
            paramLabel = "NAME",
            description = "Only this collection; may be given more than once.")
    private List<String> wanted = List.of();

    private long unopened;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (html && (sealed || encrypt || !wanted.isEmpty())) {
            throw new RefusedException("--bookmarks-html goes with none of --sealed, --encrypt and --collection");
        }
        if (Files.exists(file)) {
            throw new RefusedException(file + " exists already");
        }
        char[] passphrase = encrypt || passphraseFromInput
                ? PasswordOption.passphrase(surroundings, passphraseFromInput, true)
                : null;
        for (int attempt = 1; ; attempt++) {
            try {
                String written = html ? exportBookmarks() : exportRecords(passphrase);
                surroundings.out().println(written + " written to " + file);
                warn();
                return 0;
            } catch (StorageException.Modified othersWrite) {
                Files.delete(file);
                if (attempt == ATTEMPTS) {
                    throw othersWrite;
                }
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        }
    }

    private void warn() {
        if (unopened > 0) {
            surroundings
                    .err()
                    .println(Counted.of(unopened, "record") + " can't be opened with this account's keys; "
                            + (html ? "they are left out" : "they are written as they are"));
        }
    }

    private void create() throws IOException {
        try {
            OwnersFile.create(file);
        } catch (FileAlreadyExistsException exists) {
            throw new RefusedException(file + " exists already");
        }
    }

    private String exportRecords(char @Nullable [] passphrase) throws IOException {
        unopened = 0;
        StorageClient storage = account.storage(surroundings);
        Map<String, Long> counts = storage.collectionCounts();
        long total = counts.entrySet().stream()
                .filter(entry -> isWanted(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        create();
        try (ProgressBar bar = new ProgressBar(surroundings, "records", total);
                BackupWriter backup = new BackupWriter(
                        Files.newOutputStream(file, StandardOpenOption.APPEND), passphrase, surroundings.random())) {
            if (sealed) {
                exportSealed(storage, backup, bar);
            } else {
                exportClear(backup, bar);
            }
            return Counted.of(backup.written(), "record");
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private boolean isWanted(String collection) {
        return wanted.isEmpty() || wanted.contains(collection);
    }

    private void exportSealed(StorageClient storage, BackupWriter backup, ProgressBar bar) {
        for (String name : storage.collections().versions().keySet().stream()
                .filter(this::isWanted)
                .sorted()
                .toList()) {
            storage.collection(name).readEach(BsoQuery.all(), bso -> {
                backup.add(BackupRecord.sealed(name, bso.id(), bso.sortindex(), bso.payload()));
                bar.advance();
            });
        }
    }

    private void exportClear(BackupWriter backup, ProgressBar bar) {
        Vault vault = account.vault(surroundings);
        for (String name : vault.collections().stream().filter(this::isWanted).toList()) {
            vault.collection(name).readEach(BsoQuery.all(), opened -> {
                backup.add(record(name, opened));
                bar.advance();
            });
        }
    }

    private BackupRecord record(String collection, Opened opened) {
        Bso bso = opened.bso();
        Json cleartext = opened.cleartext();
        if (cleartext == null) {
            unopened++;
            return BackupRecord.sealed(collection, bso.id(), bso.sortindex(), bso.payload());
        }
        return BackupRecord.clear(collection, bso.id(), bso.sortindex(), cleartext.asMap());
    }

    private String exportBookmarks() throws IOException {
        unopened = 0;
        BookmarkPage page = new BookmarkPage();
        account.vault(surroundings).collection(BOOKMARKS).readEach(BsoQuery.all(), opened -> {
            Json cleartext = opened.cleartext();
            if (cleartext == null) {
                unopened++;
            } else {
                page.add(cleartext);
            }
        });
        create();
        try (PrintWriter out = new PrintWriter(
                new OutputStreamWriter(Files.newOutputStream(file, StandardOpenOption.APPEND), UTF_8))) {
            page.print(out);
            if (out.checkError()) {
                throw new IOException("can't write to " + file + ": is the disk full?");
            }
        }
        return Counted.of(page.size(), "bookmark");
    }
}
