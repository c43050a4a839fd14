package org.sagrada.admin.account;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.output.Table;
import picocli.CommandLine.Command;

/** {@code sagrada-admin mail}. */
@Command(
        name = "mail",
        description = "Mails of the PIdP.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MailCommands.Outbox.class)
public final class MailCommands {

    /** {@code sagrada-admin mail list}. */
    @Command(name = "list", description = "Show the newest mails, sent or not, with the codes that are in them.")
    static final class Outbox implements Callable<Integer> {

        private final CommandContext context;

        private record Mail(
                long id,
                String kind,
                String recipient,
                @Nullable String code,
                String state,
                int attempts,
                @Nullable String lastError,
                String createdAt) {}

        private record Mails(List<Mail> mails) {}

        Outbox(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            List<Mail> mails = context.api(Service.PIDP)
                    .get(PidpPath.of("mails"), Mails.class)
                    .mails();
            Table table = new Table("WHEN", "TO", "KIND", "CODE", "STATE", "TRIED", "LAST ERROR");
            for (Mail mail : mails) {
                table.row(
                        mail.createdAt(),
                        mail.recipient(),
                        mail.kind(),
                        mail.code() == null ? "-" : mail.code(),
                        mail.state(),
                        mail.attempts(),
                        mail.lastError() == null ? "-" : mail.lastError());
            }
            context.output().print(mails, table);
            return 0;
        }
    }
}
