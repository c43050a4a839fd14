package org.sagrada.admin.node;

import java.util.concurrent.Callable;
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

/** {@code sagrada-admin node drain}. */
@Command(
        name = "drain",
        description = {
            "Take all users off a node, a few each second (sagrada.token.admin.drain-per-second).",
            "They get another node with their next token. Waits until the node is empty; the service goes on by itself if this"
                    + " command is stopped."
        })
final class DrainNodeCommand implements Callable<Integer> {

    private static final long BETWEEN_LOOKS_MS = 1000;

    private final CommandContext context;

    @Mixin
    private NodeArgument argument = new NodeArgument();

    @Option(names = "--stop", description = "Stop draining: the node takes users again.")
    private boolean stop;

    @Option(names = "--no-wait", description = "Begin, and don't wait for the end.")
    private boolean noWait;

    @Mixin
    private DryRun dryRun = new DryRun();

    DrainNodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.TOKEN);
        NodeView before = argument.in(api);
        NodeView node = api.patch(
                dryRun.on(Target.of("admin", "nodes", before.id())),
                new NodeChanges(null, null, null, !stop),
                NodeView.class);
        if (!stop && !noWait && !dryRun.isOn()) {
            node = waitUntilEmpty(api, node);
        }
        context.output().print(node, dryRun.told(told(node, before.load())));
        return 0;
    }

    private String told(NodeView node, long usersBefore) {
        if (stop) {
            return node.url() + " isn't drained any more; " + node.load() + " users are on it.";
        }
        if (noWait || dryRun.isOn()) {
            return node.url() + " is being drained of " + usersBefore + " users.";
        }
        return node.url() + " is empty. Data to be purged from it: that of " + node.replaced() + " records.";
    }

    private NodeView waitUntilEmpty(ManagementApi api, NodeView begun) {
        NodeView node = begun;
        try (Progress progress = context.progress("users taken off")) {
            while (node.load() > 0) {
                Thread.sleep(BETWEEN_LOOKS_MS);
                node = api.get(Target.of("admin", "nodes", begun.id()), NodeView.class);
                if (!node.draining()) {
                    throw AdminException.inPart(
                            "somebody stopped draining " + node.url() + "; " + node.load() + " users are still on it");
                }
                progress.done(Math.max(begun.load() - node.load(), 0), begun.load());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AdminException.inPart("stopped waiting; the service goes on draining " + begun.url());
        }
        return node;
    }
}
