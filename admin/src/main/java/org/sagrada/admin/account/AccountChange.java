package org.sagrada.admin.account;

import java.util.concurrent.Callable;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.command.DryRun;
import picocli.CommandLine.Mixin;

/** A change of one account, which the service tries in a dry run, and takes back. */
abstract class AccountChange implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private AccountArgument argument = new AccountArgument();

    @Mixin
    private DryRun dryRun = new DryRun();

    AccountChange(CommandContext context) {
        this.context = context;
    }

    /** Has it done, or in a dry run tried, by the service. */
    abstract void change(ManagementApi api, AccountView account);

    /** The same path, for a dry run where one was asked for. */
    final Target on(Target target) {
        return dryRun.on(target);
    }

    /** What was done, as the beginning of a sentence that ends with the account. */
    abstract String done();

    @Override
    public final Integer call() {
        ManagementApi api = context.api(Service.PIDP);
        AccountView account = argument.in(api);
        change(api, account);
        context.output().print(account, dryRun.told(done() + " " + account.email() + " (uid " + account.uid() + ")."));
        return 0;
    }
}
