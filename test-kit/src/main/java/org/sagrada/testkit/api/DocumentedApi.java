package org.sagrada.testkit.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI document, by path. */
final class DocumentedApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+\\}");

    private final JsonNode document;
    private final List<DocumentedPath> paths = new ArrayList<>();

    private DocumentedApi(JsonNode document) {
        this.document = document;
        document.get("paths")
                .propertyStream()
                .forEach(path -> paths.add(new DocumentedPath(pattern(path.getKey()), path.getKey(), path.getValue())));
        // A path without variables is meant before one that has some.
        paths.sort(Comparator.comparingInt(path -> path.template().split("\\{", -1).length));
    }

    static DocumentedApi read(Resource yaml, JsonMapper json) throws IOException {
        try (var stream = yaml.getInputStream()) {
            return new DocumentedApi(json.valueToTree(new Yaml().<Map<String, Object>>load(stream)));
        }
    }

    List<DocumentedPath> paths() {
        return List.copyOf(paths);
    }

    Optional<DocumentedPath> path(String requested) {
        return paths.stream()
                .filter(path -> path.pattern().matcher(requested).matches())
                .findFirst();
    }

    /** What a node says, or what it points to. */
    JsonNode resolve(JsonNode node) {
        var pointer = node.path("$ref").stringValue("");
        return pointer.isEmpty() ? node : resolve(document.at(pointer.substring(1)));
    }

    private static Pattern pattern(String template) {
        var expression = new StringBuilder();
        var literal = 0;
        var variables = VARIABLE.matcher(template);
        while (variables.find()) {
            expression
                    .append(Pattern.quote(template.substring(literal, variables.start())))
                    .append("[^/]+");
            literal = variables.end();
        }
        return Pattern.compile(expression + Pattern.quote(template.substring(literal)));
    }

    /**
     * A path of the document.
     *
     * @param template as it stands there, with its variables in braces
     * @param operations by method, in lower case
     */
    record DocumentedPath(Pattern pattern, String template, JsonNode operations) {}
}
