package dev.berth.container;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes values up from schemas: ones that fit, and by chance ones that do not.
 *
 * @param document where schemas refer to
 * @param scene what there is
 * @param choices what is left to chance
 * @param odds one of so many values is odd; none with 0
 */
record FuzzValues(JsonNode document, FuzzScene scene, Choices choices, int odds) {

    private boolean isOdd() {
        return odds > 0 && choices.once(odds);
    }

    /** Returns JSON, or what looks like it, for a member of that name. */
    String json(String name, JsonNode schema) {
        if (isOdd()) {
            return choices.once(2)
                    ? choices.oneOf(OddTexts.LITERALS)
                    : quoted(choices.oneOf(OddTexts.TEXTS));
        }
        JsonNode real = resolved(schema);
        return switch (type(real)) {
            case "object" -> object(real);
            case "array" -> "[" + json(name, real.path("items")) + "]";
            case "integer", "number", "boolean" -> plain(name, real);
            default -> quoted(plain(name, real));
        };
    }

    /** Returns text for a parameter of that name. */
    String text(String name, JsonNode schema) {
        return isOdd() ? choices.oneOf(OddTexts.TEXTS) : plain(name, resolved(schema));
    }

    private String plain(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(choices.below(schema.path("enum").size())).asText();
        }
        String type = type(schema);
        return switch (type) {
            case "boolean" -> choices.oneOf(List.of("true", "false"));
            case "integer", "number" ->
                    name.equals("version_id")
                            ? scene.fitting(name, choices)
                            : Integer.toString(choices.below(choices.once(3) ? 100_000 : 4));
            default ->
                    schema.path("format").asText().equals("date-time")
                            ? moment(name)
                            : scene.fitting(name, choices);
        };
    }

    private String moment(String name) {
        return switch (name) {
            case "timespan_start", "from" -> "2026-10-31T12:00:00Z";
            case "timespan_end", "to" -> "2026-11-01T0%d:00:00Z".formatted(choices.below(10));
            default -> "2027-01-31T12:00:00Z";
        };
    }

    private String object(JsonNode schema) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            boolean required = isRequired(schema, member.getKey());
            if (isOdd() ? choices.once(2) : required || choices.once(2)) {
                members.add(member(member.getKey(), member.getValue()));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            members.add(member("COLOUR", schema.path("additionalProperties")));
        }
        if (isOdd()) {
            members.addAll(members.isEmpty() ? List.of("\"\": 1") : members.subList(0, 1));
        }
        if (isOdd()) {
            members.add(quoted(choices.oneOf(OddTexts.TEXTS)) + ": 1");
        }
        Collections.shuffle(members, choices.random());
        return "{" + String.join(", ", members) + "}";
    }

    private String member(String name, JsonNode schema) {
        return quoted(name) + ": " + json(name, schema);
    }

    private static boolean isRequired(JsonNode schema, String name) {
        return elements(schema.path("required")).anyMatch(one -> one.asText().equals(name));
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return resolved(schema.path(choice).path(0));
            }
        }
        return schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
