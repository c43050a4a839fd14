package org.sagrada.admin.account;

import java.util.Map;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin account delete}. */
@Command(
        name = "delete",
        description =
                "Delete an account for good, with its keys. The token service is told, and has the synced data deleted.")
final class DeleteAccountCommand extends AccountChange {

    DeleteAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    void change(ManagementApi api, AccountView account) {
        api.delete(on(account.path()), Map.class);
    }

    @Override
    String done() {
        return "Deleted";
    }
}
