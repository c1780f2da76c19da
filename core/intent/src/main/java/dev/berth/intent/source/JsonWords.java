package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Names kinds and values of JSON in a sentence. */
final class JsonWords {

    private JsonWords() {}

    /** Returns a kind of value, named as JSON Schema does, with its article. */
    static String kind(String type) {
        return switch (type) {
            case "integer", "object", "array" -> "an " + type;
            default -> "a " + type;
        };
    }

    /** Returns what stands where a string should; without its value, which may be a secret. */
    static String notText(JsonNode value) {
        return value.isNumber() || value.isBoolean()
                ? ", not a " + value.getNodeType().name().toLowerCase(Locale.ROOT) + "; quote it"
                : ", not " + value(value);
    }

    /** Returns what {@code value} is. */
    static String value(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "the string " + Shown.quoted(value.textValue());
            case NUMBER -> Shown.text(value.asText(), 40);
            case BOOLEAN -> value.asText();
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }
}
