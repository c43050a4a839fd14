package org.sagrada.admin.account;

import java.util.List;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import picocli.CommandLine.Parameters;

/** Which account a command is for. */
final class AccountArgument {

    @Parameters(paramLabel = "ACCOUNT", description = "uid or e-mail address of the account.")
    private String account = "";

    /** The account as it is now. */
    AccountView in(ManagementApi api) {
        List<AccountView> page = AccountView.after(api, "");
        while (!page.isEmpty()) {
            for (AccountView view : page) {
                if (view.uid().equals(account) || view.email().equalsIgnoreCase(account)) {
                    return view;
                }
            }
            page = AccountView.after(api, page.getLast().uid());
        }
        throw AdminException.refused(
                "there is no account " + account + "; 'sagrada-admin account list' shows those there are");
    }
}
