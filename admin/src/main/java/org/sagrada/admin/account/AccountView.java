package org.sagrada.admin.account;

import java.util.List;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.output.Table;

/**
 * An account as the PIdP tells it.
 *
 * @param createdAt ISO 8601
 * @param sessions how many there are
 */
record AccountView(String uid, String email, boolean verified, boolean disabled, String createdAt, int sessions) {

    private record Page(List<AccountView> accounts) {}

    /** The next accounts in the order of their uids; none after the last. */
    static List<AccountView> after(ManagementApi api, String uid) {
        return api.get(PidpPath.of("accounts").with("after", uid), Page.class).accounts();
    }

    static Table table(List<AccountView> accounts) {
        Table table = new Table("UID", "E-MAIL", "STATE", "SESSIONS", "SINCE");
        for (AccountView account : accounts) {
            table.row(account.uid(), account.email(), account.state(), account.sessions(), account.createdAt());
        }
        return table;
    }

    Target path(String... more) {
        Object[] segments = new Object[2 + more.length];
        segments[0] = "accounts";
        segments[1] = uid;
        System.arraycopy(more, 0, segments, 2, more.length);
        return PidpPath.of(segments);
    }

    private String state() {
        if (disabled) {
            return "disabled";
        }
        return verified ? "open" : "unverified";
    }
}
