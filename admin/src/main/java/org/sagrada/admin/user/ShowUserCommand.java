package org.sagrada.admin.user;

import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada-admin user show}. */
@Command(name = "show", description = "Show a user's records, newest first: each set of keys and each node has one.")
final class ShowUserCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private UserArgument user = new UserArgument();

    ShowUserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RecordView> history = List.of(context.api(Service.TOKEN).get(user.target(), RecordView[].class));
        context.output().print(history, RecordView.table(history));
        return 0;
    }
}
