package org.sagrada.admin.account;

import java.util.Map;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin account disable}. */
@Command(
        name = "disable",
        description = "Lock an account. Its sessions end, and what was signed for it before counts no more.")
final class DisableAccountCommand extends AccountChange {

    DisableAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    void change(ManagementApi api, AccountView account) {
        api.post(on(account.path("disable")), Map.of(), Map.class);
    }

    @Override
    String done() {
        return "Locked";
    }
}
