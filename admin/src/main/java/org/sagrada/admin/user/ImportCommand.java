package org.sagrada.admin.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import org.sagrada.admin.output.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code sagrada-admin user import}. */
@Command(
        name = "import",
        description = {
            "Add the records of an export. Their nodes have to be there ('node add').",
            "Records whose uid is in use, and those of a node that isn't there, are skipped; repeating it does no harm."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int PAGE = 1000;

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What 'user export' wrote: one JSON object a line.")
    private Path file = Path.of("");

    @Mixin
    private DryRun dryRun = new DryRun();

    private record Outcome(long added, long skipped) {

        Outcome plus(Outcome more) {
            return new Outcome(added + more.added, skipped + more.skipped);
        }
    }

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        try {
            long lines;
            try (var counted = Files.lines(file)) {
                lines = counted.count();
            }
            try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
                Outcome outcome = addAll(api, in, lines);
                context.output()
                        .print(
                                outcome,
                                dryRun.told(
                                        "Added " + outcome.added() + " records, skipped " + outcome.skipped() + "."));
            }
        } catch (NoSuchFileException missing) {
            throw AdminException.refused("there is no file " + file);
        } catch (IOException failed) {
            throw AdminException.refused(file + " can't be read: " + failed.getMessage());
        }
        return 0;
    }

    private Outcome addAll(ManagementApi api, BufferedReader in, long lines) throws IOException {
        Outcome outcome = new Outcome(0, 0);
        long line = 0;
        List<RecordView> page = new ArrayList<>();
        try (Progress progress = context.progress("records read")) {
            for (@Nullable String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                page.add(parse(text, line));
                if (page.size() == PAGE || line == lines) {
                    outcome = outcome.plus(api.post(dryRun.on(Target.of("admin", "records")), page, Outcome.class));
                    page.clear();
                    progress.done(line, lines);
                }
            }
        }
        return outcome;
    }

    private RecordView parse(String text, long line) {
        try {
            RecordView record = JsonMapper.shared().readValue(text, RecordView.class);
            if (record != null && record.uid() > 0) {
                return record;
            }
        } catch (JacksonException malformed) {
            // Told below, with the line's number.
        }
        throw AdminException.refused(
                "line " + line + " of " + file + " is no record; those before it may have been added");
    }
}
