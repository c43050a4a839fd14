package org.sagrada.admin.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells under heads. */
public final class Table {

    private final List<List<String>> lines = new ArrayList<>();

    /** A table without rows. */
    public Table(String... heads) {
        lines.add(List.of(heads));
    }

    /** One more row, with a cell for each head. */
    public Table row(Object... cells) {
        if (cells.length != lines.getFirst().size()) {
            throw new IllegalArgumentException("a row has a cell for each head");
        }
        lines.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** Lines of aligned columns. */
    List<String> lines() {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).toList();
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
