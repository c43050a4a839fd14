package org.sagrada.admin.node;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import org.sagrada.admin.output.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada-admin node unassign}. */
@Command(
        name = "unassign",
        description = {
            "Take users off a node at once. They get a node with their next token, which may be the same one again unless it is"
                    + " down, in backoff or draining."
        })
final class UnassignNodeCommand implements Callable<Integer> {

    private static final long SLICE = 1000;

    private final CommandContext context;

    @Mixin
    private NodeArgument argument = new NodeArgument();

    @Option(names = "--limit", paramLabel = "USERS", description = "At most so many, the oldest first (default: all).")
    private long limit = Long.MAX_VALUE;

    @Mixin
    private DryRun dryRun = new DryRun();

    private record Outcome(long unassigned) {}

    UnassignNodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        NodeView node = argument.in(api);
        long wanted = Math.min(limit, node.load());
        long unassigned = dryRun.isOn() ? slice(api, node, wanted) : inSlices(api, node, wanted);
        context.output()
                .print(
                        new Outcome(unassigned),
                        dryRun.told("Took " + unassigned + " of " + node.load() + " users off " + node.url() + "."));
        return 0;
    }

    private long inSlices(ManagementApi api, NodeView node, long wanted) {
        long unassigned = 0;
        try (Progress progress = context.progress("users taken off")) {
            while (unassigned < wanted) {
                long taken = slice(api, node, Math.min(SLICE, wanted - unassigned));
                if (taken == 0) {
                    break;
                }
                unassigned += taken;
                progress.done(unassigned, wanted);
            }
        }
        return unassigned;
    }

    private long slice(ManagementApi api, NodeView node, long most) {
        return most < 1
                ? 0
                : api.post(
                                dryRun.on(Target.of("admin", "nodes", node.id(), "unassign")
                                        .with("limit", most)),
                                Map.of(),
                                Outcome.class)
                        .unassigned();
    }
}
