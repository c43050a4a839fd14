package org.sagrada.admin.account;

import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Mixin;

/** A change of one account, which a dry run finds and leaves as it is. */
abstract class AccountChange implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private AccountArgument argument = new AccountArgument();

    @Mixin
    private DryRun dryRun = new DryRun();

    AccountChange(CommandContext context) {
        this.context = context;
    }

    /** Does it, and says what was done. */
    abstract void change(ManagementApi api, AccountView account);

    /** What was done, as the beginning of a sentence that ends with the account. */
    abstract String done();

    @Override
    public final Integer call() {
        ManagementApi api = context.api(Service.PIDP);
        AccountView account = argument.in(api);
        if (!dryRun.isOn()) {
            change(api, account);
        }
        context.output().print(account, dryRun.told(done() + " " + account.email() + " (uid " + account.uid() + ")."));
        return 0;
    }
}
