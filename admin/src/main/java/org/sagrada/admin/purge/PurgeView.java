package org.sagrada.admin.purge;

import java.time.Duration;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.output.Table;
import org.sagrada.admin.output.Times;

/**
 * How far the purge is, in replaced records whose data is still on a node.
 *
 * @param waiting all of them
 * @param due those whose data is to be deleted now
 * @param failing those of them that are tried again, since it didn't work at first
 * @param onDownedNodes those that have to wait until their node is in service again
 * @param oldestDueMs for how long the oldest of the due ones has been due; 0 if none is
 */
record PurgeView(long waiting, long due, long failing, long onDownedNodes, long oldestDueMs) {

    static PurgeView of(ManagementApi api) {
        return api.get(Target.of("admin", "purge"), PurgeView.class);
    }

    Table table() {
        return new Table("WAITING", "DUE", "FAILING", "ON DOWNED NODES", "OLDEST DUE SINCE")
                .row(
                        waiting,
                        due,
                        failing,
                        onDownedNodes,
                        oldestDueMs == 0 ? "-" : Times.span(Duration.ofMillis(oldestDueMs)));
    }
}
