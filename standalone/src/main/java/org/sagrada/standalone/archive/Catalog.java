package org.sagrada.standalone.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the database says of its tables. */
final class Catalog {

    private static final String TABLES = """
            SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            GROUP BY c.relname ORDER BY c.relname
            """;
    private static final String REFERENCES = """
            SELECT DISTINCT t.relname, r.relname
            FROM pg_constraint k
            JOIN pg_class t ON t.oid = k.conrelid
            JOIN pg_class r ON r.oid = k.confrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND n.nspname = ?
            """;
    private static final String SEQUENCES = """
            SELECT t.relname, a.attname, s.last_value
            FROM pg_class t
            JOIN pg_namespace n ON n.oid = t.relnamespace
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attidentity <> ''
            JOIN pg_depend d ON d.refobjid = t.oid AND d.refobjsubid = a.attnum AND d.deptype = 'i'
            JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S'
            JOIN pg_sequences s ON s.schemaname = n.nspname AND s.sequencename = c.relname
            WHERE n.nspname = ? AND s.last_value IS NOT NULL
            ORDER BY t.relname
            """;

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** The newest migration of a schema; empty when the schema is not there. */
    Optional<String> migration(String schema) throws SQLException {
        var history = Table.quote(schema) + ".flyway_schema_history";
        try (var there = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            there.setString(1, history);
            try (var answer = there.executeQuery()) {
                if (!answer.next() || !answer.getBoolean(1)) {
                    return Optional.empty();
                }
            }
        }
        var newest = "SELECT version FROM " + history
                + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(newest)) {
            return answer.next() ? Optional.of(answer.getString(1)) : Optional.empty();
        }
    }

    /** A schema's tables, in an order in which rows can be put in: what is referred to comes first. */
    List<Table> tables(String schema) throws SQLException {
        var left = new ArrayList<Table>();
        try (var statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var columns = (String[]) rows.getArray(2).getArray();
                    left.add(new Table(schema, rows.getString(1), List.of(columns)));
                }
            }
        }
        return sorted(left, references(schema));
    }

    /** What the identity columns of a schema gave out last. */
    List<Manifest.Sequence> sequences(String schema) throws SQLException {
        var found = new ArrayList<Manifest.Sequence>();
        try (var statement = connection.prepareStatement(SEQUENCES)) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Manifest.Sequence(schema, rows.getString(1), rows.getString(2), rows.getLong(3)));
                }
            }
        }
        return found;
    }

    private record Reference(String from, String to) {}

    private List<Reference> references(String schema) throws SQLException {
        var found = new ArrayList<Reference>();
        try (var statement = connection.prepareStatement(REFERENCES)) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Reference(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return found;
    }

    private static List<Table> sorted(List<Table> tables, List<Reference> references) {
        var left = new ArrayList<>(tables);
        var sorted = new ArrayList<Table>();
        var done = new HashSet<String>();
        while (!left.isEmpty()) {
            var free = left.stream()
                    .filter(table -> references.stream()
                            .allMatch(reference ->
                                    !reference.from().equals(table.name()) || done.contains(reference.to())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("The tables refer to each other in a circle");
            }
            free.forEach(table -> done.add(table.name()));
            sorted.addAll(free);
            left.removeAll(free);
        }
        return sorted;
    }
}
