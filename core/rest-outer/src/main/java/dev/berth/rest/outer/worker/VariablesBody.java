package dev.berth.rest.outer.worker;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.VariableChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to become of variables or secrets: of one by its key, or of several.
 *
 * @param key the name of one
 * @param value the value that it gets
 * @param delete whether it is to go
 * @param values several by their names, each with its value, or with null where it is to go
 */
public record VariablesBody(
        Optional<String> key,
        Optional<String> value,
        Optional<Boolean> delete,
        @Schema(type = SchemaType.OBJECT, additionalProperties = String.class)
                Optional<Map<String, Optional<String>>> values) {

    VariableChange change() {
        mustBe(
                key.isPresent() != values.isPresent(),
                "exactly one of key and values must be given");
        return values.map(this::several).orElseGet(() -> one(key.orElseThrow()));
    }

    private VariableChange several(Map<String, Optional<String>> changes) {
        mustBe(
                value.isEmpty() && delete.isEmpty(),
                "value and delete go with key, and values stands alone");
        return VariableChange.of(changes);
    }

    private VariableChange one(String name) {
        mustBe(
                value.isPresent() != delete.orElse(false),
                "exactly one of value and delete (true) must be given with key");
        return VariableChange.of(name, value);
    }

    private static void mustBe(boolean right, String message) {
        if (!right) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot change the variables",
                    List.of(new Problem("", message)));
        }
    }

    /** Shows the names alone: values may be secret. */
    @Override
    public String toString() {
        return "VariablesBody[" + key.orElse("several") + "]";
    }
}
