package org.sagrada.admin.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.output.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code sagrada-admin user export}. */
@Command(
        name = "export",
        description = "Write all users' records to a file, one JSON object a line, for 'user import' or for a backup.")
final class ExportCommand implements Callable<Integer> {

    private static final int PAGE = 5000;

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "Made by this command, for your eyes only (mode 0600).")
    private Path file = Path.of("");

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    private record Counts(long users, long replaced) {}

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        Counts counts = api.get(Target.of("admin", "users"), Counts.class);
        create();
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file, UTF_8))) {
            long exported = export(api, lines, counts.users() + counts.replaced());
            if (lines.checkError()) {
                throw AdminException.inPart("the disk didn't take all of " + file);
            }
            context.output().print(Map.of("exported", exported), "Exported " + exported + " records to " + file + ".");
        } catch (IOException failed) {
            throw AdminException.refused(file + " can't be written: " + failed.getMessage());
        }
        return 0;
    }

    private long export(ManagementApi api, PrintWriter lines, long of) {
        JsonMapper json = JsonMapper.shared();
        long exported = 0;
        long after = 0;
        try (Progress progress = context.progress("records exported")) {
            while (true) {
                RecordView[] page = api.get(
                        Target.of("admin", "records").with("after", after).with("limit", PAGE), RecordView[].class);
                for (RecordView record : page) {
                    lines.println(json.writeValueAsString(record));
                    after = record.uid();
                }
                exported += page.length;
                progress.done(exported, Math.max(of, exported));
                if (page.length < PAGE) {
                    return exported;
                }
            }
        }
    }

    private void create() {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException there) {
            throw AdminException.refused("there is a file " + file + " already");
        } catch (IOException failed) {
            throw AdminException.refused(file + " can't be made: " + failed.getMessage());
        }
    }
}
