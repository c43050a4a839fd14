package org.sagrada.admin.node;

import java.util.concurrent.Callable;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada-admin node remove}. */
@Command(
        name = "remove",
        description = {
            "Forget a node. Nothing is deleted from it.",
            "A node that is named in the token service's configuration comes back at its next start."
        })
final class RemoveNodeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private NodeArgument argument = new NodeArgument();

    @Option(
            names = "--force",
            description = "Even if users are on it, who then get another node, or data that is still to be purged.")
    private boolean force;

    @Mixin
    private DryRun dryRun = new DryRun();

    RemoveNodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        NodeView node = argument.in(api);
        if (!force && (node.load() > 0 || node.replaced() > 0)) {
            throw AdminException.refused(node.url() + " has " + node.load() + " users, and data of " + node.replaced()
                    + " replaced records to be purged. Drain it and let the purge end first ('node drain', 'purge now'),"
                    + " or say --force");
        }
        NodeView removed = api.delete(dryRun.on(Target.of("admin", "nodes", node.id())), NodeView.class);
        context.output().print(removed, dryRun.told("Removed the node " + removed.url() + "."));
        return 0;
    }
}
