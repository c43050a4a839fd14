package org.sagrada.service.status;

import java.util.List;

/**
 * A table of the status page.
 *
 * @param title above it
 * @param columns the heads, as many as each row has cells; numbers are right-aligned by themselves
 * @param rows from top to bottom
 */
public record StatusTable(String title, List<String> columns, List<List<String>> rows) {

    /** Refuses rows that don't fit the heads. */
    public StatusTable {
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of '" + title + "' has " + row.size() + " cells");
            }
        }
    }
}
