package org.sagrada.admin.output;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints each answer once: for people, or as JSON. */
public final class Output {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;
    private final Format format;

    /** An output. */
    public Output(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** Prints the answer as JSON, or the table that shows it. */
    public void print(Object answer, Table table) {
        if (format.isJson()) {
            json(answer);
        } else {
            table.lines().forEach(out::println);
        }
    }

    /** Prints the answer as JSON, or the sentence that tells it. */
    public void print(Object answer, String sentence) {
        if (format.isJson()) {
            json(answer);
        } else {
            out.println(sentence);
        }
    }

    private void json(Object answer) {
        out.println(JSON.writeValueAsString(answer));
    }
}
