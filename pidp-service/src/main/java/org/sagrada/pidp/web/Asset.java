package org.sagrada.pidp.web;

import java.util.Map;
import org.springframework.http.MediaType;

/** A file of the pages, served as it is; all of them are text. */
record Asset(String content, MediaType type) {

    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "json", MediaType.parseMediaType("application/json;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml;charset=utf-8"));

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
}
