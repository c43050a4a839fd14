package org.sagrada.admin.user;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada-admin user move}. */
@Command(
        name = "move",
        description = {
            "Give a user another node. Their clients learn of it with their next token, and upload there what they have."
        })
final class MoveUserCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private UserArgument user = new UserArgument();

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "This node, whatever its load and state (default: the one with the most room).")
    private @Nullable String node;

    @Mixin
    private DryRun dryRun = new DryRun();

    MoveUserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RecordView> history = List.of(context.api(Service.TOKEN)
                .post(
                        dryRun.on(user.move()),
                        node == null ? Map.of() : Map.of("node", node.replaceAll("/+$", "")),
                        RecordView[].class));
        RecordView live = history.getFirst();
        context.output()
                .print(
                        history,
                        dryRun.told("Moved " + user + " to " + live.node() + ", where the uid is " + live.uid() + "."));
        return 0;
    }
}
