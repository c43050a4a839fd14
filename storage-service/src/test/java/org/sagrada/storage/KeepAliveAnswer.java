package org.sagrada.storage;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer read off a connection that stays open. */
record KeepAliveAnswer(int status, String head, String body) {

    static KeepAliveAnswer read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                throw new EOFException("No answer: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(b);
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var length = text.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length: ");
        var body = length < 0
                ? chunks(in, text)
                : in.readNBytes(Integer.parseInt(text.substring(length + 18, text.indexOf("\r\n", length + 2))
                        .strip()));
        return new KeepAliveAnswer(
                Integer.parseInt(text.substring(9, 12)), text, new String(body, StandardCharsets.UTF_8));
    }

    boolean closes() {
        return head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
    }

    private static byte[] chunks(InputStream in, String head) throws IOException {
        var body = new ByteArrayOutputStream();
        if (!head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked")) {
            return body.toByteArray();
        }
        for (var size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }
}
