package org.sagrada.storage.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes JSON from bytes that are UTF-8 already, escaping them once on their way into the answer. */
public final class JsonBytes {

    private static final int SIZE = 16 * 1024;
    private static final byte[][] ESCAPES = escapes();

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int used;

    /** Writes into a stream that the caller closes. */
    public JsonBytes(OutputStream out) {
        this.out = out;
    }

    /** Writes ASCII as it stands: punctuation, names, literals. */
    public JsonBytes raw(String ascii) throws IOException {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes bytes as they stand. */
    public JsonBytes raw(byte[] bytes) throws IOException {
        copy(bytes, 0, bytes.length);
        return this;
    }

    /** Writes a whole number. */
    public JsonBytes number(long value) throws IOException {
        return raw(Long.toString(value));
    }

    /** Writes a string in quotes from its UTF-8. */
    public JsonBytes string(byte[] utf8) throws IOException {
        put((byte) '"');
        var from = 0;
        for (var i = 0; i < utf8.length; i++) {
            var b = utf8[i];
            if (b >= 0 && ESCAPES[b].length > 0) {
                copy(utf8, from, i - from);
                raw(ESCAPES[b]);
                from = i + 1;
            }
        }
        copy(utf8, from, utf8.length - from);
        put((byte) '"');
        return this;
    }

    /** Passes on what is held back; the stream itself isn't flushed. */
    public void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    private void put(byte b) throws IOException {
        if (used == SIZE) {
            flush();
        }
        buffer[used++] = b;
    }

    private void copy(byte[] bytes, int from, int length) throws IOException {
        if (length > SIZE - used) {
            flush();
            if (length > SIZE) {
                out.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
    }

    private static byte[][] escapes() {
        var escapes = new byte[128][];
        for (var c = 0; c < escapes.length; c++) {
            var escape = switch (c) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> c < 0x20 ? String.format("\\u%04x", c) : "";
            };
            escapes[c] = escape.getBytes(StandardCharsets.ISO_8859_1);
        }
        return escapes;
    }
}
