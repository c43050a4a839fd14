package org.sagrada.admin.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sagrada-admin account invite}. */
@Command(name = "invite", description = "Make an invite, which is good for one sign-up.")
final class InviteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "E-MAIL", arity = "0..1", description = "Only for this address (default: for anybody).")
    private @Nullable String email;

    @Option(names = "--days", paramLabel = "DAYS", description = "How long it is good (default: 7).")
    private @Nullable Integer days;

    @Mixin
    private DryRun dryRun = new DryRun();

    private record Invited(String invite) {}

    InviteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.PIDP);
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (email != null) {
            wanted.put("email", email);
        }
        if (days != null) {
            wanted.put("days", days);
        }
        Invited invited = api.post(dryRun.on(PidpPath.of("invites")), wanted, Invited.class);
        if (dryRun.isOn()) {
            // An invite that is not kept must not be sent to anybody.
            context.output()
                    .print(wanted, dryRun.told("Made an invite for " + (email == null ? "anybody" : email) + "."));
        } else {
            context.output().print(invited, invited.invite());
        }
        return 0;
    }
}
