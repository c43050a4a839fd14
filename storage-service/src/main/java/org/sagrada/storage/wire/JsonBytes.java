package org.sagrada.storage.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes JSON from bytes that are UTF-8 already, escaping them once on their way into the answer. */
public final class JsonBytes {

    private static final int SIZE = 16 * 1024;
    private static final byte[][] ESCAPES = escapes();
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

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
        for (var i = plainUntil(utf8, 0); i < utf8.length; i = plainUntil(utf8, from)) {
            copy(utf8, from, i - from);
            raw(ESCAPES[utf8[i]]);
            from = i + 1;
        }
        copy(utf8, from, utf8.length - from);
        put((byte) '"');
        return this;
    }

    /** The index of the first byte from here on that must be escaped, or the length. Payloads are long and mostly have none. */
    private static int plainUntil(byte[] utf8, int from) {
        var i = from;
        while (i <= utf8.length - Long.BYTES && isPlain((long) EIGHT_BYTES.get(utf8, i))) {
            i += Long.BYTES;
        }
        while (i < utf8.length && (utf8[i] < 0 || ESCAPES[utf8[i]].length == 0)) {
            i++;
        }
        return i;
    }

    /** Whether none of eight bytes is a quotation mark, a backslash or below the space; those above ASCII are none of them. */
    private static boolean isPlain(long bytes) {
        var quotes = bytes ^ ('"' * EACH);
        var backslashes = bytes ^ ('\\' * EACH);
        var found =
                ((quotes - EACH) & ~quotes) | ((backslashes - EACH) & ~backslashes) | ((bytes - (' ' * EACH)) & ~bytes);
        return (found & HIGH_BITS) == 0;
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
