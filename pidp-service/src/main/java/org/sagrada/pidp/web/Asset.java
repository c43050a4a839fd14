package org.sagrada.pidp.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/** A file of the pages, served as it is or gzipped; all of them are text. */
final class Asset {

    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "json", MediaType.parseMediaType("application/json;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml;charset=utf-8"));

    private final String content;
    private final MediaType type;
    private final byte[] plain;
    private final byte[] gzipped;

    private Asset(String content, MediaType type) {
        this.content = content;
        this.type = type;
        this.plain = content.getBytes(UTF_8);
        this.gzipped = gzipped(plain);
    }

    /**
     * Names the type by the end of the path.
     *
     * @throws IllegalStateException for a file of a kind that no page needs
     */
    static Asset of(String path, String content) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("No page can use " + path);
        }
        return new Asset(content, type);
    }

    String content() {
        return content;
    }

    MediaType type() {
        return type;
    }

    /** What goes over the wire. */
    byte[] bytes(boolean isGzipped) {
        return isGzipped ? gzipped : plain;
    }

    private static byte[] gzipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
