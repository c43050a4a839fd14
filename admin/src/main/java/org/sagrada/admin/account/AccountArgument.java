package org.sagrada.admin.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import picocli.CommandLine.Parameters;

/** Which account a command is for. */
final class AccountArgument {

    private static final Pattern UID = Pattern.compile("[0-9a-f]{32}");

    @Parameters(paramLabel = "ACCOUNT", description = "uid or e-mail address of the account.")
    private String account = "";

    /** The account as it is now. */
    AccountView in(ManagementApi api) {
        return find(api)
                .orElseThrow(() -> AdminException.refused(
                        "there is no account " + account + "; 'sagrada-admin account list' shows those there are"));
    }

    private Optional<AccountView> find(ManagementApi api) {
        if (account.contains("@")) {
            return AccountView.ofAddress(api, account);
        }
        return UID.matcher(account).matches() ? AccountView.ofUid(api, account) : Optional.empty();
    }
}
