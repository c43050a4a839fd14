package org.sagrada.admin.account;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import org.sagrada.admin.command.PasswordOption;
import org.sagrada.model.onepw.QuickStretch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada-admin account create}. */
@Command(
        name = "create",
        description = {
            "Make an account whose address you vouch for, whatever the sign-up mode.",
            "The password is stretched here; the service gets of it what any client sends."
        })
final class CreateAccountCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "E-MAIL", description = "Address of the account.")
    private String email = "";

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Mixin
    private DryRun dryRun = new DryRun();

    private record Created(String uid) {}

    CreateAccountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.PIDP);
        String authPw = QuickStretch.v1(email, password.askNew(context.terminal()))
                .authPw()
                .toHex();
        Created created =
                api.post(dryRun.on(PidpPath.of("accounts")), Map.of("email", email, "authPW", authPw), Created.class);
        if (dryRun.isOn()) {
            // The uid that was tried is not kept.
            context.output().print(Map.of("email", email), dryRun.told("Made the account " + email + "."));
        } else {
            context.output().print(created, "Made the account " + email + ", uid " + created.uid() + ".");
        }
        return 0;
    }
}
