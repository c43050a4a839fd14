package org.sagrada.admin.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** One account as the PIdP tells it at greater length. */
    private record Details(
            String uid,
            List<Address> addresses,
            List<Object> sessions,
            String createdAt,
            @Nullable String disabledAt) {

        AccountView inShort() {
            Address first = addresses.stream()
                    .filter(Address::primary)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("an account has a first address"));
            return new AccountView(
                    uid, first.email(), first.verified(), disabledAt != null, createdAt, sessions.size());
        }
    }

    private record Address(String email, boolean primary, boolean verified) {}

    private record Page(List<AccountView> accounts) {}

    /** The next accounts in the order of their uids; none after the last. */
    static List<AccountView> after(ManagementApi api, String uid) {
        return api.get(PidpPath.of("accounts").with("after", uid), Page.class).accounts();
    }

    /** The account that has this address. */
    static Optional<AccountView> ofAddress(ManagementApi api, String email) {
        return api.get(PidpPath.of("accounts").with("email", email), Page.class).accounts().stream()
                .findFirst();
    }

    static Optional<AccountView> ofUid(ManagementApi api, String uid) {
        return api.find(PidpPath.of("accounts", uid), Details.class).map(Details::inShort);
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
