package org.sagrada.admin.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import org.sagrada.admin.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada-admin key}. */
@Command(
        name = "key",
        description = "The keys that the PIdP signs with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyCommands.Published.class, KeyCommands.Rotate.class})
public final class KeyCommands {

    /** {@code sagrada-admin key list}. */
    @Command(name = "list", description = "Show the keys that verifiers know, the one that takes over last first.")
    static final class Published implements Callable<Integer> {

        private final CommandContext context;

        private record Key(
                String kid,
                boolean signs,
                String createdAt,
                String signsFrom,
                @Nullable String listedUntil) {}

        private record Keys(List<Key> keys) {}

        Published(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            List<Key> keys = context.api(Service.PIDP)
                    .get(PidpPath.of("signing_keys"), Keys.class)
                    .keys();
            Table table = new Table("KEY", "SIGNS", "MADE", "SIGNS FROM", "LISTED UNTIL");
            for (Key key : keys) {
                table.row(
                        key.kid(),
                        key.signs() ? "now" : "-",
                        key.createdAt(),
                        key.signsFrom(),
                        key.listedUntil() == null ? "-" : key.listedUntil());
            }
            context.output().print(keys, table);
            return 0;
        }
    }

    /** {@code sagrada-admin key rotate}. */
    @Command(
            name = "rotate",
            description = {
                "Make a new signing key. It is published at once and takes over a little later; the old one stays published until"
                        + " what it signed has expired."
            })
    static final class Rotate implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private DryRun dryRun = new DryRun();

        private record Rotated(String kid) {}

        Rotate(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            ManagementApi api = context.api(Service.PIDP);
            Rotated rotated = api.post(dryRun.on(PidpPath.of("signing_keys")), Map.of(), Rotated.class);
            if (dryRun.isOn()) {
                context.output().print(Map.of(), dryRun.told("Made a new signing key."));
            } else {
                context.output().print(rotated, "Made the signing key " + rotated.kid() + ".");
            }
            return 0;
        }
    }
}
