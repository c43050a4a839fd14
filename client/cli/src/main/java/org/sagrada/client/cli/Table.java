package org.sagrada.client.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.client.http.Json;
import picocli.CommandLine.Option;

/** Rows of named values: in columns for people, as JSON for programs. */
final class Table {

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** Whether it is for programs. */
    boolean isJson() {
        return json;
    }

    /** A row of names and values, in turn. */
    void row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        rows.add(row);
    }

    /** Prints the rows; where there are none, a person is told so. */
    void print(Surroundings surroundings, String ifEmpty) {
        if (rows.isEmpty() && !json) {
            surroundings.err().println(ifEmpty);
        }
        print(surroundings.out());
    }

    void print(PrintWriter out) {
        if (json) {
            out.println(Json.format(rows));
            return;
        }
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            row.forEach((name, value) -> widths.merge(
                    name, Math.max(name.length(), String.valueOf(value).length()), Math::max));
        }
        if (!rows.isEmpty()) {
            Map<String, Object> heads = new LinkedHashMap<>();
            widths.keySet().forEach(name -> heads.put(name, name));
            print(out, heads, widths);
        }
        rows.forEach(row -> print(out, row, widths));
    }

    private static void print(PrintWriter out, Map<String, Object> row, Map<String, Integer> widths) {
        StringBuilder line = new StringBuilder();
        widths.forEach((name, width) -> {
            String cell = String.valueOf(row.getOrDefault(name, ""));
            line.append(cell).append(" ".repeat(width - cell.length() + 2));
        });
        out.println(line.toString().stripTrailing());
    }
}
