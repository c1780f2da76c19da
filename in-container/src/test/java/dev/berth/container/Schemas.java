package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The schemas of a document of OpenAPI 3.1, as far as Berth uses them. */
record Schemas(JsonNode document) {

    /** Returns what a value has that its schema has not, or the other way round. */
    List<String> differences(JsonNode schema, JsonNode value, String pointer) {
        if (schema.has("$ref")) {
            return differences(
                    document.at(schema.path("$ref").asText().substring(1)), value, pointer);
        }
        JsonNode choice = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
        if (!choice.isEmpty()) {
            return elements(choice)
                    .map(one -> differences(one, value, pointer))
                    .min((one, other) -> Integer.compare(one.size(), other.size()))
                    .orElseThrow();
        }
        if (schema.has("type") && types(schema).noneMatch(type -> fits(type, value))) {
            return List.of(pointer + " is no " + schema.path("type"));
        }
        return value.isArray()
                ? items(schema.path("items"), value, pointer)
                : Stream.concat(missing(schema, value, pointer), members(schema, value, pointer))
                        .toList();
    }

    private List<String> items(JsonNode schema, JsonNode value, String pointer) {
        return IntStream.range(0, value.size())
                .boxed()
                .flatMap(i -> differences(schema, value.get(i), pointer + "/" + i).stream())
                .toList();
    }

    private static Stream<String> missing(JsonNode schema, JsonNode value, String pointer) {
        return elements(schema.path("required"))
                .map(JsonNode::asText)
                .filter(name -> !value.has(name))
                .map(name -> pointer + "/" + name + " is missing");
    }

    private Stream<String> members(JsonNode schema, JsonNode value, String pointer) {
        return value.properties().stream()
                .flatMap(
                        member -> member(schema, member, pointer + "/" + member.getKey()).stream());
    }

    private List<String> member(
            JsonNode schema, Map.Entry<String, JsonNode> member, String pointer) {
        JsonNode known = schema.path("properties").path(member.getKey());
        if (!known.isMissingNode()) {
            return differences(known, member.getValue(), pointer);
        }
        if (schema.path("additionalProperties").isObject()) {
            return differences(schema.path("additionalProperties"), member.getValue(), pointer);
        }
        return schema.has("properties") ? List.of(pointer + " is not documented") : List.of();
    }

    private static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? elements(type).map(JsonNode::asText) : Stream.of(type.asText());
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
