package org.sagrada.admin.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.output.Table;
import org.sagrada.admin.output.Times;

/** A record of a user's history as the token service tells it and takes it; times in ms since 1970. */
record RecordView(
        long uid,
        String email,
        long generation,
        long keysChangedAt,
        String clientState,
        long createdAt,
        @Nullable Long replacedAt,
        @Nullable String node,
        boolean eraseNow,
        @Nullable Long dataDeletedAt) {

    /** A history as people read it. */
    static Table table(List<RecordView> history) {
        Table table = new Table("UID", "NODE", "STATE", "SINCE", "KEYS CHANGED", "CLIENT STATE");
        for (RecordView record : history) {
            table.row(
                    record.uid(),
                    record.node() == null ? "-" : record.node(),
                    record.state(),
                    Times.of(record.createdAt()),
                    Times.of(record.keysChangedAt()),
                    record.clientState().isEmpty() ? "-" : record.clientState());
        }
        return table;
    }

    private String state() {
        if (replacedAt == null) {
            return "live";
        }
        String until = Times.of(replacedAt);
        return generation == Long.MAX_VALUE ? "deleted " + until : "replaced " + until;
    }
}
