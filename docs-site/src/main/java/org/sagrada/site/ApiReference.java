package org.sagrada.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An OpenAPI document, read. Its page shows it with Swagger UI and has it inside, so that it can be read from a folder too.
 *
 * @param path from the repository's root
 * @param document as it says
 */
record ApiReference(Path path, JsonNode document) {

    /** What a page takes from Swagger UI, by the names of its files. */
    static final List<String> LIBRARY = List.of("swagger-ui.css", "swagger-ui-bundle.js");

    /** Whether a file is such a document. */
    static boolean isOne(Path file) {
        return file.endsWith("openapi.yaml");
    }

    /** Reads a document below a root. */
    static ApiReference read(Path repository, Path path) throws IOException {
        return new ApiReference(path, YAMLMapper.shared().readTree(Files.readString(repository.resolve(path))));
    }

    /** Its name. */
    String title() {
        return document.at("/info/title").stringValue();
    }

    /** What its page's head needs. */
    String head() {
        return """
                <link rel="stylesheet" href="%s">
                <link rel="stylesheet" href="%s">
                <script src="%s" defer></script>
                <script src="%s" defer></script>
                """.formatted(to("swagger-ui.css"), to("reference.css"), to("swagger-ui-bundle.js"), to("reference.js"));
    }

    /** Its part of its page. */
    String html() {
        return """
                <p>As a file for other tools: <a href="%s">openapi.yaml</a></p>
                <div id="reference"></div>
                <script type="application/json" id="openapi">%s</script>
                """.formatted(
                        path.getFileName(),
                        JsonMapper.shared().writeValueAsString(document).replace("<", "\\u003c"));
    }

    private String to(String file) {
        return Links.relative(path, Path.of(file));
    }
}
