package org.sagrada.admin.purge;

import java.util.Map;
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
import picocli.CommandLine.Option;

/** {@code sagrada-admin purge now}. */
@Command(
        name = "now",
        description = {
            "Delete the data of replaced records without waiting for their grace (sagrada.token.purge.grace) to end, and try"
                    + " again what failed. Waits until nothing is due; the service goes on by itself if this command is stopped."
        })
final class PurgeNowCommand implements Callable<Integer> {

    private static final long BETWEEN_LOOKS_MS = 500;

    private final CommandContext context;

    @Option(names = "--node", paramLabel = "ID", description = "Only from the node of this number (default: from all).")
    private @Nullable Long node;

    @Option(names = "--no-wait", description = "Begin, and don't wait for the end.")
    private boolean noWait;

    @Mixin
    private DryRun dryRun = new DryRun();

    private record Outcome(long hastened) {}

    PurgeNowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        Target purge = Target.of("admin", "purge");
        Outcome outcome = api.post(dryRun.on(node == null ? purge : purge.with("node", node)), Map.of(), Outcome.class);
        if (noWait || dryRun.isOn()) {
            context.output()
                    .print(outcome, dryRun.told("The data of " + outcome.hastened() + " records is being deleted."));
            return 0;
        }
        PurgeView status = waitForTheEnd(api);
        context.output().print(status, status.table());
        if (status.due() > 0) {
            throw AdminException.inPart("the data of " + status.due()
                    + " records can't be deleted now; the service keeps trying, and its log says why");
        }
        return 0;
    }

    /** Until nothing is due, or only what fails. */
    private PurgeView waitForTheEnd(ManagementApi api) {
        PurgeView status = PurgeView.of(api);
        long begun = status.due();
        try (Progress progress = context.progress("deletions done")) {
            while (status.due() > status.failing()) {
                Thread.sleep(BETWEEN_LOOKS_MS);
                status = PurgeView.of(api);
                progress.done(Math.max(begun - status.due(), 0), begun);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AdminException.inPart("stopped waiting; the service goes on deleting");
        }
        return status;
    }
}
