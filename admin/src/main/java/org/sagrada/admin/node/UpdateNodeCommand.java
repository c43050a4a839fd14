package org.sagrada.admin.node;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada-admin node update}. */
@Command(name = "update", description = "Change a node's capacity, or whether it takes new users.")
final class UpdateNodeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private NodeArgument argument = new NodeArgument();

    @Option(
            names = "--capacity",
            paramLabel = "USERS",
            description = "How many users it may have. Those who are there stay, even if they are more.")
    private @Nullable Long capacity;

    @Option(names = "--down", negatable = true, description = "Out of service: no new users, no purge.")
    private @Nullable Boolean down;

    @Option(names = "--backoff", negatable = true, description = "No new users for now.")
    private @Nullable Boolean backoff;

    @Mixin
    private DryRun dryRun = new DryRun();

    UpdateNodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (capacity == null && down == null && backoff == null) {
            throw AdminException.refused("say what to change: --capacity, --[no-]down or --[no-]backoff");
        }
        ManagementApi api = context.api(Service.TOKEN);
        NodeView before = argument.in(api);
        NodeView after = api.patch(
                dryRun.on(Target.of("admin", "nodes", before.id())),
                new NodeChanges(capacity, down, backoff, null),
                NodeView.class);
        context.output()
                .print(
                        after,
                        dryRun.told(after.url() + ": capacity " + before.capacity() + " -> " + after.capacity() + ", "
                                + before.state() + " -> " + after.state() + "."));
        return 0;
    }
}
