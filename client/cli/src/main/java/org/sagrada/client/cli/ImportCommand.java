package org.sagrada.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.client.cli.backup.BackupFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Restores what 'sagrada export' wrote, or takes over a browser's page of bookmarks. The kind of file is detected.",
            "The whole file is checked before anything is written. What the file has replaces what the server has; what only the"
                    + " server has stays. Run it again if it was interrupted."
        })
final class ImportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption account = new DataOption();

    @Parameters(paramLabel = "FILE", description = "A backup, sealed by a passphrase or not, or a page of bookmarks.")
    private Path file = Path.of("");

    @Option(
            names = "--passphrase-stdin",
            description = "Read the passphrase from the input, where it is a line of its own.")
    private boolean passphraseFromInput;

    @Option(names = "--keep", description = "Leave records alone that are on the server already.")
    private boolean keep;

    @Option(
            names = {"-c", "--collection"},
            paramLabel = "NAME",
            description = "Only this collection; may be given more than once.")
    private List<String> wanted = List.of();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new RefusedException(file + " is a folder");
        }
        BackupFile.Kind kind = BackupFile.kindOf(file);
        if (kind == BackupFile.Kind.BOOKMARKS) {
            return new BookmarkImport(surroundings, account).run(file);
        }
        char[] passphrase = kind == BackupFile.Kind.SEALED
                ? PasswordOption.passphrase(surroundings, passphraseFromInput, false)
                : null;
        return new Restore(surroundings, account, new BackupFile(file, passphrase), keep, wanted).run();
    }
}
