package org.sagrada.storage.wire;

import java.io.IOException;

/** The frame of a list on its way out: what stands before, between and after its elements, in either format. */
final class ListBody {

    private final JsonBytes out;
    private final ListFormat format;
    private final String opening;
    private final String closing;
    private boolean first = true;

    /**
     * A list that has not begun.
     *
     * @param opening before the first element in JSON; one object or string a line needs no frame
     * @param closing after the last one in JSON
     */
    ListBody(JsonBytes out, ListFormat format, String opening, String closing) {
        this.out = out;
        this.format = format;
        this.opening = opening;
        this.closing = closing;
    }

    /** Writes what stands before all elements. */
    void begin() throws IOException {
        if (format == ListFormat.JSON) {
            out.raw(opening);
        }
    }

    /** Writes an element and what parts it from its neighbours. */
    void add(Element element) throws IOException {
        if (format == ListFormat.JSON && !first) {
            out.raw(",");
        }
        first = false;
        element.writeTo(out);
        if (format == ListFormat.NEWLINES) {
            out.raw("\n");
        }
    }

    /** Writes what stands after all elements, and sends what is left. */
    void end() throws IOException {
        if (format == ListFormat.JSON) {
            out.raw(closing);
        }
        out.flush();
    }

    /** A JSON value that writes itself. */
    @FunctionalInterface
    interface Element {

        /** Writes the value and nothing around it. */
        void writeTo(JsonBytes out) throws IOException;
    }
}
