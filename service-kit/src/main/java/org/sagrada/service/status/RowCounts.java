package org.sagrada.service.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much a service keeps: the rows and the size of its tables. A small table is counted; of a large one PostgreSQL's own estimate is
 * shown, since counting would read all of it.
 */
public final class RowCounts implements StatusSection {

    private static final int COUNTED = 10_000;
    private static final double MIB = 1024 * 1024;

    private final JdbcClient database;
    private final Map<String, String> tables;

    /** @param tables in their order: how people call the rows, and the name of the table */
    public RowCounts(JdbcClient database, Map<String, String> tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public StatusTable now() {
        return new StatusTable(
                "Kept",
                List.of("what", "rows", "MiB with indexes"),
                tables.entrySet().stream().map(this::row).toList());
    }

    private List<String> row(Map.Entry<String, String> table) {
        return database.sql("""
                        SELECT reltuples >= :counted AS estimated,
                               CASE WHEN reltuples >= :counted THEN reltuples::bigint
                                    ELSE (SELECT count(*) FROM %1$s) END AS kept,
                               pg_total_relation_size(oid) AS bytes
                        FROM pg_class WHERE oid = '%1$s'::regclass
                        """.formatted(table.getValue()))
                .param("counted", COUNTED)
                .query((row, index) -> List.of(
                        table.getKey() + (row.getBoolean("estimated") ? ", about" : ""),
                        String.format(Locale.ROOT, "%,d", row.getLong("kept")),
                        String.format(Locale.ROOT, "%,.1f", row.getLong("bytes") / MIB)))
                .single();
    }
}
