package org.sagrada.admin.account;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sagrada-admin key}. */
@Command(
        name = "key",
        description = "The keys that the PIdP signs with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeyCommands.Rotate.class)
public final class KeyCommands {

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
            if (dryRun.isOn()) {
                context.output().print(Map.of(), dryRun.told("Made a new signing key."));
                return 0;
            }
            Rotated rotated = api.post(PidpPath.of("signing_keys"), Map.of(), Rotated.class);
            context.output().print(rotated, "Made the signing key " + rotated.kid() + ".");
            return 0;
        }
    }
}
