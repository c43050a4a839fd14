package org.sagrada.admin.account;

import java.util.Map;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin account verify}. */
@Command(name = "verify", description = "Vouch for an account's address, in place of the mail.")
final class VerifyAccountCommand extends AccountChange {

    VerifyAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    void change(ManagementApi api, AccountView account) {
        api.post(on(account.path("verify")), Map.of(), Map.class);
    }

    @Override
    String done() {
        return "Vouched for";
    }
}
