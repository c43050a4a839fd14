package org.sagrada.admin.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import org.sagrada.admin.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada-admin limit}. */
@Command(
        name = "limit",
        description = "Who may not try again yet at the PIdP.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LimitCommands.UsedUp.class, LimitCommands.Lift.class})
public final class LimitCommands {

    /** {@code sagrada-admin limit list}. */
    @Command(name = "list", description = "Show the limits that somebody has used up, and until when.")
    static final class UsedUp implements Callable<Integer> {

        private final CommandContext context;

        private record Limit(String what, String who, int counted, String endsAt) {}

        private record Limits(List<Limit> limits) {}

        UsedUp(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            List<Limit> limits = context.api(Service.PIDP)
                    .get(PidpPath.of("limits"), Limits.class)
                    .limits();
            Table table = new Table("WHAT", "WHO", "COUNTED", "UNTIL");
            for (Limit limit : limits) {
                table.row(limit.what(), limit.who(), limit.counted(), limit.endsAt());
            }
            context.output().print(limits, table);
            return 0;
        }
    }

    /** {@code sagrada-admin limit lift}. */
    @Command(name = "lift", description = "Let somebody try again at once.")
    static final class Lift implements Callable<Integer> {

        private final CommandContext context;

        @Parameters(index = "0", paramLabel = "WHAT", description = "What is limited, as 'limit list' shows it.")
        private String what = "";

        @Parameters(index = "1", paramLabel = "WHO", description = "Who is, as 'limit list' shows it.")
        private String who = "";

        @Mixin
        private DryRun dryRun = new DryRun();

        Lift(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Map<String, String> limit = Map.of("what", what, "who", who);
            context.api(Service.PIDP).delete(dryRun.on(PidpPath.of("limits")), limit, Map.class);
            context.output().print(limit, dryRun.told("Lifted the limit " + what + " of " + who + "."));
            return 0;
        }
    }
}
