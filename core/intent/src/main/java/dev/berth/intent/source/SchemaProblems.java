package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.berth.model.Problem;
import java.util.List;

/** Says what the validator found in words for a person. */
final class SchemaProblems {

    private static final int LONGEST_POINTER = 200;

    private final JsonNode schema;

    SchemaProblems(JsonNode schema) {
        this.schema = schema;
    }

    Problem problem(Error error) {
        String place = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "required" -> at(member(place, error), "is missing");
            case "additionalProperties" -> at(member(place, error), unknown(error));
            case "propertyNames" -> at(member(place, error), badName(error));
            default -> at(place, message(error));
        };
    }

    private static Problem at(String place, String message) {
        return new Problem(Shown.text(place, LONGEST_POINTER), message);
    }

    private static String message(Error error) {
        if (error.isCustomMessage()) {
            return error.getMessage();
        }
        JsonNode rule = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "type" -> "must be " + JsonWords.kind(rule.textValue()) + notKind(rule, found);
            case "enum" -> "must be one of " + String.join(", ", words(rule)) + notOf(rule, found);
            case "const" -> "must be " + rule + not(found);
            case "minimum" -> "must be at least " + rule + not(found);
            case "maximum" -> "must be at most " + rule + not(found);
            case "minLength", "minItems" -> "must not be empty";
            case "maxLength" -> "must not be longer than " + rule + " characters";
            case "maxItems" -> "must not have more than " + rule + " items, not " + found.size();
            case "maxProperties" ->
                    "must not have more than " + rule + " members, not " + found.size();
            default -> error.getMessage();
        };
    }

    private static String not(JsonNode found) {
        return ", not " + JsonWords.value(found);
    }

    private static String notKind(JsonNode wanted, JsonNode found) {
        return wanted.asText().equals("string") ? JsonWords.notText(found) : not(found);
    }

    private static String notOf(JsonNode allowed, JsonNode found) {
        return not(found)
                + Nearest.to(found.asText(), words(allowed))
                        .map(near -> "; did you mean " + Shown.quoted(near) + "?")
                        .orElse("");
    }

    private String unknown(Error error) {
        List<String> known = knownBeside(error);
        return Nearest.to(error.getProperty(), known)
                .map(near -> "is not known; did you mean " + Shown.quoted(near) + "?")
                .orElseGet(() -> "is not known; known are " + String.join(", ", known));
    }

    private List<String> knownBeside(Error error) {
        String rules = error.getSchemaLocation().getFragment().getParent().toString();
        return schema.at(rules + "/properties")
                .propertyStream()
                .map(rule -> rule.getKey())
                .toList();
    }

    private static String badName(Error error) {
        Object[] arguments = error.getArguments();
        return String.valueOf(arguments[arguments.length - 1]);
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static String member(String place, Error error) {
        return place + "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
    }
}
