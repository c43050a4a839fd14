package org.sagrada.admin.account;

import java.util.Map;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin account enable}. */
@Command(name = "enable", description = "Open a locked account again.")
final class EnableAccountCommand extends AccountChange {

    EnableAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    void change(ManagementApi api, AccountView account) {
        api.post(on(account.path("enable")), Map.of(), Map.class);
    }

    @Override
    String done() {
        return "Opened";
    }
}
