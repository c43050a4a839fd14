package org.sagrada.testkit.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares a value with a schema, as far as the documents' schemas go: types, members, items, alternatives and enumerations. Formats and patterns
 * are for readers.
 */
final class SchemaCheck {

    private final DocumentedApi api;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(DocumentedApi api) {
        this.api = api;
    }

    /** What is wrong with a value; nothing if it is as documented. */
    static List<String> problems(DocumentedApi api, JsonNode schema, JsonNode value) {
        var check = new SchemaCheck(api);
        check.compare("$", schema, value);
        return check.problems;
    }

    private void compare(String where, JsonNode reference, JsonNode value) {
        var schema = api.resolve(reference);
        if (schema.has("anyOf")) {
            var fits = schema.get("anyOf")
                    .valueStream()
                    .anyMatch(one -> problems(api, one, value).isEmpty());
            if (!fits) {
                problems.add(where + " is none of the alternatives");
            }
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            problems.add(where + " is not in the enumeration");
        }
        var type = schema.path("type");
        var types = type.isArray()
                ? type.valueStream().toList()
                : type.isMissingNode() ? List.<JsonNode>of() : List.of(type);
        if (!types.isEmpty() && types.stream().noneMatch(one -> isOf(one.stringValue(), value))) {
            problems.add(where + " is not of type " + type);
        } else if (value.isObject()) {
            compareMembers(where, schema, value);
        } else if (value.isArray() && schema.has("items")) {
            for (var i = 0; i < value.size(); i++) {
                compare(where + "[" + i + "]", schema.get("items"), value.get(i));
            }
        }
    }

    private void compareMembers(String where, JsonNode schema, JsonNode value) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(name -> !value.has(name))
                .forEach(name -> problems.add(where + "." + name + " is required"));
        var others = schema.path("additionalProperties");
        value.propertyStream().forEach(member -> {
            var inside = where + "." + member.getKey();
            var known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                compare(inside, known, member.getValue());
            } else if (others.isObject()) {
                compare(inside, others, member.getValue());
            } else if (others.isBoolean() && !others.booleanValue()) {
                problems.add(inside + " is not documented");
            }
        });
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("No type of JSON Schema: " + type);
        };
    }
}
