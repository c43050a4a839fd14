package org.sagrada.admin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;

/** {@code sagrada-admin account list}. */
@Command(name = "list", description = "List the accounts in the order of their uids.")
final class ListAccountsCommand implements Callable<Integer> {

    private final CommandContext context;

    ListAccountsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ManagementApi api = context.api(Service.PIDP);
        List<AccountView> accounts = new ArrayList<>();
        List<AccountView> page = AccountView.after(api, "");
        while (!page.isEmpty()) {
            accounts.addAll(page);
            page = AccountView.after(api, page.getLast().uid());
        }
        context.output().print(accounts, AccountView.table(accounts));
        return 0;
    }
}
