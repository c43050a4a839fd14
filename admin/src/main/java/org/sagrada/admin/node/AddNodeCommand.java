package org.sagrada.admin.node;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada-admin node add}. */
@Command(name = "add", description = "Add a node. It takes users at once unless told otherwise.")
final class AddNodeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "URL", description = "The node's root, as clients reach it.")
    private String url = "";

    @Option(names = "--capacity", paramLabel = "USERS", required = true, description = "How many users it may have.")
    private long capacity;

    @Option(names = "--down", description = "Out of service: no new users, no purge.")
    private boolean down;

    @Option(names = "--backoff", description = "No new users for now.")
    private boolean backoff;

    @Mixin
    private DryRun dryRun = new DryRun();

    AddNodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NodeView added = context.api(Service.TOKEN)
                .post(
                        dryRun.on(Target.of("admin", "nodes")),
                        Map.of("url", url, "capacity", capacity, "downed", down, "backoff", backoff),
                        NodeView.class);
        context.output()
                .print(
                        added,
                        dryRun.told("Added the node " + added.url() + " with room for " + added.capacity()
                                + " users; it is " + added.state() + "."));
        return 0;
    }
}
