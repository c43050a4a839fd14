package org.sagrada.admin.account;

import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.output.Table;
import picocli.CommandLine.Command;

/** {@code sagrada-admin event}. */
@Command(
        name = "event",
        description = "What the PIdP tells others of its accounts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EventCommands.Waiting.class)
public final class EventCommands {

    /** {@code sagrada-admin event list}. */
    @Command(name = "list", description = "Show which receivers haven't taken events yet, how many, and since when.")
    static final class Waiting implements Callable<Integer> {

        private final CommandContext context;

        private record Queue(String receiver, long events, String oldest) {}

        private record Queues(List<Queue> waiting) {}

        Waiting(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            List<Queue> queues = context.api(Service.PIDP)
                    .get(PidpPath.of("events"), Queues.class)
                    .waiting();
            Table table = new Table("RECEIVER", "WAITING", "OLDEST");
            for (Queue queue : queues) {
                table.row(queue.receiver(), queue.events(), queue.oldest());
            }
            context.output().print(queues, table);
            return 0;
        }
    }
}
