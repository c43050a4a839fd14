package org.sagrada.standalone.archive;

import java.util.List;
import java.util.stream.Collectors;

/** A table and those of its columns that are stored. */
record Table(String schema, String name, List<String> columns) {

    /** Its entry in an archive. */
    String entry() {
        return schema + "/" + name;
    }

    /** Its name as SQL wants it. */
    String quoted() {
        return quote(schema) + "." + quote(name);
    }

    /** Its name and columns as COPY wants them. */
    String forCopy() {
        return quoted() + columns.stream().map(Table::quote).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
