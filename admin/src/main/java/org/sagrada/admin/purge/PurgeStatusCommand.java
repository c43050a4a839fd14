package org.sagrada.admin.purge;

import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin purge status}. */
@Command(name = "status", description = "Show how many records' data is still to be deleted, and whether that works.")
final class PurgeStatusCommand implements Callable<Integer> {

    private final CommandContext context;

    PurgeStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PurgeView status = PurgeView.of(context.api(Service.TOKEN));
        context.output().print(status, status.table());
        return 0;
    }
}
